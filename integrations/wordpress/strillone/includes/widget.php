<?php
/**
 * For partners: a block and a shortcode that every author may use.
 *
 * @package Strillone
 */

defined( 'ABSPATH' ) || exit;

/**
 * The widget's options, written by `cargo xtask write` from its option table.
 *
 * @return string[]
 */
function strillone_options() {
	static $names = null;
	if ( null === $names ) {
		$names = array_keys( wp_json_file_decode( dirname( __DIR__ ) . '/options.json', array( 'associative' => true ) ) );
	}
	return $names;
}

/**
 * The widget as HTML.
 *
 * @param array $attributes Options by name; others are left out, as is what is empty: only an
 *                          empty heading says something.
 * @return string
 */
function strillone_render( $attributes ) {
	$script = strillone_script_address();
	$feed   = isset( $attributes['feed'] ) ? trim( (string) $attributes['feed'] ) : '';
	if ( '' === $script || '' === $feed ) {
		return strillone_render_advice( $script );
	}
	wp_enqueue_script( 'strillone', $script, array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters -- the address says its version.
	$html = '<strillone-news';
	foreach ( strillone_options() as $name ) {
		if ( isset( $attributes[ $name ] ) && ( 'heading' === $name || '' !== (string) $attributes[ $name ] ) ) {
			$html .= sprintf( ' %s="%s"', esc_attr( $name ), esc_attr( (string) $attributes[ $name ] ) );
		}
	}
	$limit = isset( $attributes['limit'] ) ? absint( $attributes['limit'] ) : 0;
	// Several feeds are merged by the widget alone.
	$is_single = ! preg_match( '/\s/', $feed );
	$first     = $is_single ? strillone_first_headlines( $feed, $limit ? min( $limit, 50 ) : 10 ) : '';
	return "$html>$first</strillone-news>";
}

/**
 * What is missing, for those who can mend it; nothing for readers.
 *
 * @param string $script The address of the script.
 * @return string
 */
function strillone_render_advice( $script ) {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$advice = '' === $script
		? __( 'Headlines: an administrator has to enter the address of strillone.js under Settings → Strillone.', 'strillone' )
		: __( 'Headlines: enter the address of a feed.', 'strillone' );
	return '<p>' . esc_html( $advice ) . '</p>';
}

/**
 * Loads the script without holding up the page.
 *
 * @param string $tag    The tag.
 * @param string $handle Which script it is.
 * @return string
 */
function strillone_load_asynchronously( $tag, $handle ) {
	return 'strillone' === $handle ? str_replace( ' src=', ' async src=', $tag ) : $tag;
}
add_filter( 'script_loader_tag', 'strillone_load_asynchronously', 10, 2 );

/**
 * The shortcode. WordPress hands on an empty text where there are no attributes, and every other
 * text as it was written: quotes and brackets, which would end it, are written as entities.
 *
 * @param array|string $attributes The attributes.
 * @return string
 */
function strillone_shortcode( $attributes ) {
	$decode = function ( $text ) {
		return html_entity_decode( (string) $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	};
	return strillone_render( array_map( $decode, (array) $attributes ) );
}
add_shortcode( 'strillone', 'strillone_shortcode' );

/**
 * The block. Its preview in the editor is printed by the server.
 */
function strillone_register_block() {
	register_block_type(
		dirname( __DIR__ ) . '/block',
		array(
			'render_callback' => function ( $attributes ) {
				return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), strillone_render( $attributes['options'] ?? array() ) );
			},
		)
	);
}
add_action( 'init', 'strillone_register_block' );

/**
 * Hands the editor the options that it offers.
 */
function strillone_give_options_to_editor() {
	$options = wp_json_file_decode( dirname( __DIR__ ) . '/options.json' );
	wp_add_inline_script( 'strillone-news-editor-script', 'window.strilloneOptions = ' . wp_json_encode( $options ) . ';', 'before' );
}
add_action( 'enqueue_block_editor_assets', 'strillone_give_options_to_editor' );
