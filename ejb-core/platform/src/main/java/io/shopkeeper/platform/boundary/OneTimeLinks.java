package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.OneTimeLink;
import io.shopkeeper.platform.entity.Person;
import io.shopkeeper.platform.identity.PasswordHash;
import io.shopkeeper.platform.identity.PasswordPolicy;
import io.shopkeeper.platform.identity.PersonStore;
import io.shopkeeper.platform.identity.SecretText;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Links by which a person sets a password once: for somebody new, or somebody who forgot it. The
 * administrator hands them over; the shop sends no mail.
 */
@Stateless
public class OneTimeLinks {

  @Inject private PersonStore store;
  @Inject private Sessions sessions;
  @Inject private AccessRules rules;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * A new link; older ones of the same person are void.
   *
   * @throws ConflictException if an identity provider vouches for the person, or the person is
   *     disabled
   */
  public IssuedLink issue(String username, String by) {
    Person person = require(username);
    if (person.bound()) {
      throw new ConflictException(
          username + " signs in through the identity provider and has no password here.");
    }
    if (person.disabled()) {
      throw new ConflictException(username + " is disabled. Enable the person first.");
    }
    Instant now = clock.instant();
    store.links(username).forEach(old -> old.spend(now));
    Instant expires = now.plus(Duration.ofHours(rules.get().linkHours()));
    LinkPurpose purpose =
        person.passwordHash().isEmpty() ? LinkPurpose.INVITATION : LinkPurpose.RESET;
    String token = SecretText.token();
    store.add(new OneTimeLink(SecretText.hash(token), username, purpose, by, now, expires));
    String act = purpose == LinkPurpose.INVITATION ? "person.invite" : "person.reset";
    audit.record(by, act, username, "link until " + expires);
    return new IssuedLink(username, purpose, token, expires);
  }

  /** What a link is for; empty if it was used, is too old, or never was one. */
  public Optional<LinkView> find(String token) {
    return usable(token)
        .map(link -> new LinkView(link.username(), link.purpose(), link.expiresAt()));
  }

  /**
   * Sets the password and ends all sessions of the person; the link is used up.
   *
   * @return whose it was; empty if the link cannot be used
   * @throws InvalidInputException if the password will not do; the link can be used again
   */
  public Optional<String> redeem(String token, String password) {
    Optional<OneTimeLink> found = usable(token);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    OneTimeLink link = found.get();
    PasswordPolicy.require(link.username(), password);
    Instant now = clock.instant();
    link.spend(now);
    require(link.username()).changePassword(PasswordHash.of(password), now);
    audit.record(link.username(), "password.set", link.username(), link.purpose().name());
    sessions.endAll(link.username(), 0, link.username());
    return Optional.of(link.username());
  }

  private Optional<OneTimeLink> usable(String token) {
    Instant now = clock.instant();
    return token == null || token.length() > 100
        ? Optional.empty()
        : store
            .link(SecretText.hash(token))
            .filter(link -> link.open(now))
            .filter(link -> store.find(link.username()).stream().noneMatch(Person::disabled));
  }

  private Person require(String username) {
    return store.lock(username).orElseThrow(() -> new NotFoundException("person", username));
  }
}
