//! One widget: what it knows, which headlines follow from that, and what changes it.

pub mod model;

pub mod selection;

pub mod update;

pub mod event;

pub mod state;
