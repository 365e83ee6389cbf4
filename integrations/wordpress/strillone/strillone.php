<?php
/**
 * Plugin Name:       Strillone
 * Description:       Headlines of any feed on your pages, by a block or a shortcode; and your own feed, ready for other sites.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       strillone
 *
 * @package Strillone
 */

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/includes/publisher.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/headlines.php';
require __DIR__ . '/includes/widget.php';
