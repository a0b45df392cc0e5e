package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Person;
import io.shopkeeper.platform.identity.PasswordHash;
import io.shopkeeper.platform.identity.PersonStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people of the console. */
@Stateless
public class People {

  /** Fewest characters of a password. */
  public static final int SHORTEST_PASSWORD = 12;

  private static final int LONGEST_PASSWORD = 256;

  // Compared against when there is no such person, so that the answer takes as long.
  private static final String NOBODY = PasswordHash.of("nobody has this password");

  @Inject private PersonStore store;
  @Inject private Clock clock;

  /** Checks a sign-in, counts failures and locks the door after five in a row. */
  public SignInOutcome verify(String username, String password) {
    Instant now = clock.instant();
    Optional<Person> found = store.find(username);
    if (found.isEmpty()) {
      PasswordHash.matches(password, NOBODY);
      return new SignInOutcome.Refused();
    }
    Person person = found.get();
    Optional<Instant> locked = person.lockedAt(now);
    if (locked.isPresent()) {
      return new SignInOutcome.Locked(locked.get());
    }
    if (!PasswordHash.matches(password, person.passwordHash())) {
      person.failed(now);
      return person
          .lockedAt(now)
          .<SignInOutcome>map(SignInOutcome.Locked::new)
          .orElseGet(SignInOutcome.Refused::new);
    }
    person.signedIn(now);
    return new SignInOutcome.Accepted(person.username(), person.roles());
  }

  /**
   * Adds a person.
   *
   * @throws InvalidInputException if the name or password will not do
   * @throws ConflictException if the name is taken
   */
  public void create(String username, String password, Set<Role> roles, String by) {
    if (!username.matches("[a-z0-9][a-z0-9._-]{1,63}")) {
      throw InvalidInputException.of(
          "username", "must be 2 to 64 lower-case letters, digits, dots, dashes or underscores");
    }
    requireStrong(username, password);
    if (store.find(username).isPresent()) {
      throw new ConflictException("There is a person called " + username + " already.");
    }
    store.add(new Person(username, PasswordHash.of(password), roles, clock.instant()));
  }

  /**
   * Changes one's own password.
   *
   * @throws InvalidInputException if the old one is wrong or the new one will not do
   */
  public void changePassword(String username, String oldPassword, String newPassword) {
    Person person =
        store.find(username).orElseThrow(() -> new NotFoundException("person", username));
    if (!PasswordHash.matches(oldPassword, person.passwordHash())) {
      throw InvalidInputException.of("oldPassword", "is not the present password");
    }
    requireStrong(username, newPassword);
    person.changePassword(PasswordHash.of(newPassword));
  }

  /** Everybody, by name. */
  public List<PersonView> list() {
    Instant now = clock.instant();
    return store.all().stream().map(person -> person.view(now)).toList();
  }

  /** Whether nobody can sign in yet. */
  public boolean isEmpty() {
    return store.isEmpty();
  }

  private static void requireStrong(String username, String password) {
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      throw InvalidInputException.of(
          "password",
          "must have %d to %d characters".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
    }
    if (password.contains(username) || password.chars().distinct().count() < 5) {
      throw InvalidInputException.of(
          "password",
          "is too easy to guess: leave your name out and use more different characters");
    }
  }
}
