<?php
// Makes a site of WordPress: php setup.php FOLDER ADDRESS FEEDS PROBE
// An administrator, an editor and an author, all with the password `secret`; three posts, the
// oldest one protected by a password, the newest one with a featured picture and two comments.

[ , $folder, $address, $feeds, $probe ] = $argv;

$_SERVER['HTTP_HOST']   = parse_url( $address, PHP_URL_HOST ) . ':' . parse_url( $address, PHP_URL_PORT );
$_SERVER['REQUEST_URI'] = '/';

mkdir( "$folder/wp-content/mu-plugins" );
$port = parse_url( $feeds, PHP_URL_PORT );
// What a plugin may not ask for is what the feeds of the tests are: on this machine, on any port.
file_put_contents(
	"$folder/wp-content/mu-plugins/test.php",
	"<?php
	add_filter( 'http_request_host_is_external', '__return_true' );
	add_filter( 'http_allowed_safe_ports', function () { return array( $port ); } );
	add_action( 'wp_head', function () { echo '<script src=\"$probe\"></script>'; } );
	"
);

define( 'WP_INSTALLING', true );
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// The letter to the new administrator.
function wp_mail() {
	return true;
}

wp_install( 'A site', 'admin', 'admin@example.org', true, '', 'secret', 'en_US' );
foreach ( array( 'editor', 'author' ) as $role ) {
	wp_insert_user(
		array(
			'user_login' => $role,
			'user_pass'  => 'secret',
			'user_email' => "$role@example.org",
			'role'       => $role,
		)
	);
}
update_option( 'permalink_structure', '' );
activate_plugin( 'strillone/strillone.php' );

foreach ( get_posts() as $post ) {
	wp_delete_post( $post->ID, true );
}
wp_insert_post(
	array(
		'post_title'    => 'Protected',
		'post_content'  => '<p>The text of Protected.</p>',
		'post_status'   => 'publish',
		'post_date'     => '2026-11-23 09:00:00',
		'post_author'   => 1,
		'post_password' => 'secret',
	)
);
foreach ( array( 'Older' => '2026-11-23 10:00:00', 'Newer' => '2026-11-23 11:00:00' ) as $title => $date ) {
	$post = wp_insert_post(
		array(
			'post_title'   => $title,
			'post_content' => "<p>The text of $title.</p>",
			'post_status'  => 'publish',
			'post_date'    => $date,
			'post_author'  => 1,
		)
	);
}
$picture = wp_insert_attachment(
	array(
		'post_title'     => 'A picture',
		'post_mime_type' => 'image/png',
	),
	'picture.png',
	$post
);
wp_update_attachment_metadata( $picture, array( 'width' => 600, 'height' => 400, 'file' => 'picture.png' ) );
update_post_meta( $picture, '_wp_attachment_image_alt', 'A harbour & its <lights>' );
set_post_thumbnail( $post, $picture );
// A grey PNG: https://www.w3.org/TR/png-3/
$chunk = function ( $name, $data ) {
	return pack( 'N', strlen( $data ) ) . $name . $data . pack( 'N', crc32( $name . $data ) );
};
file_put_contents(
	wp_upload_dir()['basedir'] . '/picture.png',
	"\x89PNG\r\n\x1a\n"
	. $chunk( 'IHDR', pack( 'NNC5', 600, 400, 8, 0, 0, 0, 0 ) )
	. $chunk( 'IDAT', gzcompress( str_repeat( "\0" . str_repeat( "\x80", 600 ), 400 ) ) )
	. $chunk( 'IEND', '' )
);
foreach ( array( 'One', 'Two' ) as $comment ) {
	wp_insert_comment(
		array(
			'comment_post_ID'  => $post,
			'comment_content'  => $comment,
			'comment_author'   => 'A reader',
			'comment_approved' => 1,
		)
	);
}
