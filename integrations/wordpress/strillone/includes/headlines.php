<?php
/**
 * The first headlines, printed by the server from WordPress's own cache of feeds: readers see
 * them at once, and without scripts.
 *
 * @package Strillone
 */

defined( 'ABSPATH' ) || exit;

/**
 * The headlines of a feed as a plain list of links; empty where the feed cannot be had now.
 *
 * @param string $feed  The feed's address.
 * @param int    $limit How many at most.
 * @return string HTML.
 */
function strillone_first_headlines( $feed, $limit ) {
	require_once ABSPATH . WPINC . '/feed.php';
	// It is asked for by `wp_safe_remote_request`, which refuses addresses of private networks.
	$read = fetch_feed( $feed );
	if ( is_wp_error( $read ) ) {
		return '';
	}
	$rows = '';
	foreach ( $read->get_items( 0, $limit ) as $item ) {
		// The reader of feeds keeps titles as HTML.
		$title = html_entity_decode( wp_strip_all_tags( $item->get_title() ), ENT_QUOTES, 'UTF-8' );
		if ( '' === $title ) {
			continue;
		}
		$link  = esc_url( (string) $item->get_permalink(), array( 'http', 'https' ) );
		$rows .= $link
			? sprintf( '<li><a href="%s" rel="noopener">%s</a></li>', $link, esc_html( $title ) )
			: sprintf( '<li>%s</li>', esc_html( $title ) );
	}
	return $rows ? "<ul>$rows</ul>" : '';
}
