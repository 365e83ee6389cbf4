//! The memory of the widget: two levels of lists of free blocks, which takes less code than what the
//! standard library brings (TLSF, <http://www.gii.upv.es/tlsf/>).

use rlsf::SmallGlobalTlsf;

#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();
