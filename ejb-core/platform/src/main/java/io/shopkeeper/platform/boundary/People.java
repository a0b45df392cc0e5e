package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Person;
import io.shopkeeper.platform.identity.PasswordHash;
import io.shopkeeper.platform.identity.PasswordPolicy;
import io.shopkeeper.platform.identity.PersonStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The people of the console. There is always an administrator who can sign in. */
@Stateless
public class People {

  /** Fewest characters of a password. */
  public static final int SHORTEST_PASSWORD = PasswordPolicy.SHORTEST;

  private static final int LONGEST_NAME = 120;

  @Inject private PersonStore store;
  @Inject private Sessions sessions;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Adds a person who has a password already; for the first administrator.
   *
   * @throws InvalidInputException if the name or password will not do
   * @throws ConflictException if the name is taken
   */
  public void create(String username, String password, Set<Role> roles, String by) {
    PasswordPolicy.require(username, password);
    add(username, PasswordHash.of(password), "", roles, by);
  }

  /**
   * Adds a person without a password, who needs an invitation to get in.
   *
   * @param displayName what the person is called; may be empty
   * @throws InvalidInputException if a value will not do
   * @throws ConflictException if the name is taken
   */
  public void enter(String username, String displayName, Set<Role> roles, String by) {
    add(username, null, displayName, roles, by);
  }

  private void add(
      String username, String passwordHash, String displayName, Set<Role> roles, String by) {
    if (username == null || !username.matches("[a-z0-9][a-z0-9._-]{1,63}")) {
      throw InvalidInputException.of(
          "username", "must be 2 to 64 lower-case letters, digits, dots, dashes or underscores");
    }
    requireName(displayName);
    requireRoles(roles);
    if (store.find(username).isPresent()) {
      throw new ConflictException("There is a person called " + username + " already.");
    }
    var person = new Person(username, passwordHash, roles, clock.instant());
    person.call(displayName);
    store.add(person);
    audit.record(new AuditAct(by, "person.add", username, "", "", describe(roles)));
  }

  /**
   * Gives other roles; they count with the person's next click.
   *
   * @throws ConflictException if nobody would be left to administer
   */
  public void give(String username, Set<Role> roles, String by) {
    requireRoles(roles);
    Person person = lockWithAdministrators(username);
    Set<Role> before = person.roles();
    if (before.equals(roles)) {
      return;
    }
    person.give(roles);
    requireAnAdministrator();
    audit.record(new AuditAct(by, "person.roles", username, "", describe(before), describe(roles)));
  }

  /** Changes what a person is called. */
  public void call(String username, String displayName, String by) {
    requireName(displayName);
    Person person = require(username);
    String before = person.view(clock.instant()).displayName();
    if (!before.equals(displayName)) {
      person.call(displayName);
      audit.record(new AuditAct(by, "person.name", username, "", before, displayName));
    }
  }

  /**
   * Closes the door for a person and ends all sessions.
   *
   * @throws ConflictException if nobody would be left to administer
   */
  public void disable(String username, String by) {
    Person person = lockWithAdministrators(username);
    if (person.disabled()) {
      return;
    }
    person.disable(true);
    requireAnAdministrator();
    audit.record(new AuditAct(by, "person.disable", username, "", "enabled", "disabled"));
    sessions.endAll(username, 0, by);
  }

  /** Opens it again. */
  public void enable(String username, String by) {
    Person person = require(username);
    if (person.disabled()) {
      person.disable(false);
      audit.record(new AuditAct(by, "person.enable", username, "", "disabled", "enabled"));
    }
  }

  /**
   * Changes one's own password and ends one's other sessions.
   *
   * @param session the one that goes on
   * @throws InvalidInputException if the old one is wrong or the new one will not do
   */
  public void changePassword(
      String username, String oldPassword, String newPassword, long session) {
    Person person = require(username);
    boolean right =
        person.passwordHash().filter(hash -> PasswordHash.matches(oldPassword, hash)).isPresent();
    if (!right) {
      throw InvalidInputException.of("oldPassword", "is not the present password");
    }
    PasswordPolicy.require(username, newPassword);
    person.changePassword(PasswordHash.of(newPassword), clock.instant());
    audit.record(username, "password.change", username, "");
    sessions.endAll(username, session, username);
  }

  /** Keeps how a person likes to read the console. */
  public void prefer(String username, Preferences wanted) {
    require(username).prefer(wanted.checked());
  }

  /** How a person likes to read the console. */
  public Optional<Preferences> preferences(String username) {
    return store.find(username).map(Person::preferences);
  }

  /** One person. */
  public Optional<PersonView> find(String username) {
    return store.find(username).map(person -> person.view(clock.instant()));
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

  private Person require(String username) {
    return store.lock(username).orElseThrow(() -> new NotFoundException("person", username));
  }

  private Person lockWithAdministrators(String username) {
    return store.lockAll().stream()
        .filter(person -> person.username().equals(username))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("person", username));
  }

  private void requireAnAdministrator() {
    if (store.all().stream().noneMatch(Person::administers)) {
      throw new ConflictException(
          "This is the last administrator who can sign in. Make somebody else one first.");
    }
  }

  private static void requireRoles(Set<Role> roles) {
    if (roles.isEmpty()) {
      throw InvalidInputException.of("roles", "must be at least one");
    }
  }

  private static void requireName(String displayName) {
    if (displayName == null || displayName.length() > LONGEST_NAME) {
      throw InvalidInputException.of("displayName", "must have at most 120 characters");
    }
  }

  private static String describe(Set<Role> roles) {
    return new TreeSet<>(roles.isEmpty() ? EnumSet.noneOf(Role.class) : roles).toString();
  }
}
