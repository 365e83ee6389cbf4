<?php
/**
 * For publishers: the site's own feeds may be read by other sites, and carry the posts' featured
 * pictures.
 *
 * @package Strillone
 */

defined( 'ABSPATH' ) || exit;

/**
 * Lets other sites read the feeds. This filter also runs for an answer 304, where neither
 * `send_headers` nor `rss2_head` does.
 *
 * @param array $headers The headers of the answer.
 * @param WP    $wp      The request.
 * @return array The headers.
 */
function strillone_allow_other_sites( $headers, $wp ) {
	if ( ! empty( $wp->query_vars['feed'] ) ) {
		$headers['Access-Control-Allow-Origin']   = '*';
		$headers['Access-Control-Expose-Headers'] = 'Retry-After';
	}
	return $headers;
}
add_filter( 'wp_headers', 'strillone_allow_other_sites', 10, 2 );

/**
 * Names the vocabulary of pictures (Media RSS) at the root of a feed.
 */
function strillone_print_media_namespace() {
	echo 'xmlns:media="http://search.yahoo.com/mrss/"' . "\n";
}
add_action( 'rss2_ns', 'strillone_print_media_namespace' );
add_action( 'atom_ns', 'strillone_print_media_namespace' );

/**
 * Prints the featured picture of the current post.
 */
function strillone_print_featured_picture() {
	$picture = get_post_thumbnail_id();
	$source  = $picture ? wp_get_attachment_image_src( $picture, 'large' ) : false;
	// A post behind a password shows its picture to nobody else either.
	if ( ! $source || post_password_required() ) {
		return;
	}
	list( $address, $width, $height ) = $source;
	printf(
		'<media:content url="%s" medium="image" width="%d" height="%d"><media:description>%s</media:description></media:content>' . "\n",
		esc_url( $address ),
		absint( $width ),
		absint( $height ),
		esc_xml( get_post_meta( $picture, '_wp_attachment_image_alt', true ) )
	);
}
add_action( 'rss2_item', 'strillone_print_featured_picture' );
add_action( 'atom_entry', 'strillone_print_featured_picture' );
