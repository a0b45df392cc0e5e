package io.shopkeeper.platform.oidc;

import java.util.List;

/**
 * What the provider says of a person.
 *
 * @param subject the provider's own name for the person, which never changes
 * @param wanted how the person would like to be called here, such as a name or an address
 * @param displayName what the person is called; may be empty
 * @param groups the values of the claim that gives roles
 */
public record OidcPerson(String subject, String wanted, String displayName, List<String> groups) {}
