package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.stream.Collectors;

/**
 * Tells the server whom the entrance let in. Name and password alone are not taken here: that would
 * be a way around the second step.
 */
@ApplicationScoped
public class PeopleIdentityStore implements IdentityStore {

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof AdmittedCredential admitted
        ? new CredentialValidationResult(
            admitted.username(),
            admitted.roles().stream().map(Role::roleName).collect(Collectors.toSet()))
        : CredentialValidationResult.NOT_VALIDATED_RESULT;
  }
}
