<?php
/**
 * The one setting: where the widget's script lies.
 *
 * @package Strillone
 */

defined( 'ABSPATH' ) || exit;

/**
 * The address of `strillone.js`; empty as long as nobody has set it.
 *
 * @return string
 */
function strillone_script_address() {
	return (string) get_option( 'strillone_script', '' );
}

/**
 * Keeps only an address of the web.
 *
 * @param mixed $value What was entered.
 * @return string
 */
function strillone_clean_script_address( $value ) {
	return esc_url_raw( trim( (string) $value ), array( 'https', 'http' ) );
}

/**
 * Registers the setting.
 */
function strillone_register_setting() {
	register_setting(
		'strillone',
		'strillone_script',
		array(
			'type'              => 'string',
			'default'           => '',
			'sanitize_callback' => 'strillone_clean_script_address',
		)
	);
}
add_action( 'admin_init', 'strillone_register_setting' );

/**
 * Adds the page to the menu of settings.
 */
function strillone_add_settings_page() {
	add_options_page( 'Strillone', 'Strillone', 'manage_options', 'strillone', 'strillone_print_settings_page' );
}
add_action( 'admin_menu', 'strillone_add_settings_page' );

/**
 * Prints the page.
 */
function strillone_print_settings_page() {
	$script  = strillone_script_address();
	$builder = $script ? dirname( $script ) . '/builder/' : '';
	?>
	<div class="wrap">
		<h1>Strillone</h1>
		<form method="post" action="options.php">
			<?php settings_fields( 'strillone' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="strillone_script"><?php esc_html_e( 'Address of strillone.js', 'strillone' ); ?></label></th>
					<td>
						<input type="url" class="regular-text code" id="strillone_script" name="strillone_script"
							value="<?php echo esc_attr( $script ); ?>" placeholder="https://cdn.example/strillone.js">
						<p class="description"><?php esc_html_e( 'The publisher whose news you show gives it to you; or copy a release to a server of your own.', 'strillone' ); ?></p>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
		<h2><?php esc_html_e( 'Show headlines', 'strillone' ); ?></h2>
		<p><?php esc_html_e( 'Insert the block “Headlines”, or this shortcode; every author may.', 'strillone' ); ?></p>
		<p><code>[strillone feed="https://example.org/feed/" limit="5"]</code></p>
		<?php if ( $builder ) : ?>
			<p><a href="<?php echo esc_url( $builder ); ?>"><?php esc_html_e( 'Choose how they look, and copy the shortcode', 'strillone' ); ?></a></p>
		<?php endif; ?>
		<h2><?php esc_html_e( 'Your own feed', 'strillone' ); ?></h2>
		<p>
			<?php esc_html_e( 'While this plugin is active other sites may show your headlines, with their featured pictures:', 'strillone' ); ?>
			<code><?php echo esc_html( get_feed_link( 'rss2' ) ); ?></code>
		</p>
	</div>
	<?php
}
