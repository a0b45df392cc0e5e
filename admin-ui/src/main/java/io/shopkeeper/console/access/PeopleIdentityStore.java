package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.Role;
import io.shopkeeper.platform.boundary.SignInOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.stream.Collectors;

/** Asks the shop's people whether name and password fit. */
@ApplicationScoped
public class PeopleIdentityStore implements IdentityStore {

  @Inject private People people;
  @Inject private SignInResult result;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UsernamePasswordCredential given)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    SignInOutcome outcome = people.verify(given.getCaller(), given.getPasswordAsString());
    result.keep(outcome);
    if (outcome instanceof SignInOutcome.Accepted accepted) {
      return new CredentialValidationResult(
          accepted.username(),
          accepted.roles().stream().map(Role::roleName).collect(Collectors.toSet()));
    }
    return CredentialValidationResult.INVALID_RESULT;
  }
}
