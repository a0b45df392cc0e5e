/**
 * Signing in through an identity provider by OpenID Connect: configuration, the provider's word,
 * and what its tokens say. Uses {@code java.net.http} and Nimbus for the tokens. Example: {@code
 * new OidcProvider(settings).tokens(code, verifier, back)}.
 */
package io.shopkeeper.platform.oidc;
