// The block in the editor: the feed and the few options that most people want in the side bar,
// all others folded away; the preview comes from the server. No build step: plain calls.

( function ( wp ) {
	const { createElement: el } = wp.element;
	const { __ } = wp.i18n;
	const { InspectorControls, useBlockProps } = wp.blockEditor;
	const { PanelBody, SelectControl, TextControl } = wp.components;
	const ServerSideRender = wp.serverSideRender;

	/** The options by name: `{ description, keywords, group }`. */
	const OPTIONS = window.strilloneOptions || {};

	/** What most people want to choose. */
	const FIRST = [ 'feed', 'layout', 'limit', 'preview', 'heading' ];

	function control( name, values, change ) {
		const { description, keywords } = OPTIONS[ name ];
		const shared = {
			key: name,
			label: name,
			help: description,
			value: values[ name ] || '',
			onChange: ( value ) => change( name, value ),
		};
		return keywords.length
			? el( SelectControl, {
					...shared,
					options: [ { label: '', value: '' } ].concat(
						keywords.map( ( value ) => ( { label: value, value } ) )
					),
			  } )
			: el( TextControl, shared );
	}

	wp.blocks.registerBlockType( 'strillone/news', {
		edit( { attributes, setAttributes } ) {
			const values = attributes.options || {};
			const change = ( name, value ) => {
				const options = { ...values, [ name ]: value };
				if ( value === '' ) delete options[ name ];
				setAttributes( { options } );
			};
			const controls = ( names ) => names.map( ( name ) => control( name, values, change ) );
			const rest = Object.keys( OPTIONS ).filter( ( name ) => ! FIRST.includes( name ) );
			const known = FIRST.filter( ( name ) => name in OPTIONS );
			return el(
				'div',
				useBlockProps(),
				el(
					InspectorControls,
					null,
					el( PanelBody, { title: __( 'Headlines', 'strillone' ) }, controls( known ) ),
					el(
						PanelBody,
						{ title: __( 'More', 'strillone' ), initialOpen: false },
						controls( rest )
					)
				),
				el( ServerSideRender, { block: 'strillone/news', attributes } )
			);
		},
		save: () => null,
	} );
} )( window.wp );
