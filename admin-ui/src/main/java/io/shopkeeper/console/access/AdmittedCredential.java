package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.Role;
import jakarta.security.enterprise.credential.Credential;
import java.util.Set;

/**
 * Somebody whom the entrance has let in already, after all steps. Only the entrance makes it, so no
 * request can bring one.
 */
record AdmittedCredential(String username, Set<Role> roles) implements Credential {}
