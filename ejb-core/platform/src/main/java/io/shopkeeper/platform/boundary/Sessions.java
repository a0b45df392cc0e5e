package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Person;
import io.shopkeeper.platform.entity.PersonSession;
import io.shopkeeper.platform.identity.PersonStore;
import io.shopkeeper.platform.identity.SecretText;
import io.shopkeeper.platform.identity.SessionStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is signed in where; each request asks here, so that an end takes effect at once. */
@Stateless
public class Sessions {

  private static final Duration REMEMBERED = Duration.ofDays(90);
  private static final int LONGEST_AGENT = 300;
  private static final int LONGEST_ADDRESS = 64;

  @Inject private SessionStore store;
  @Inject private PersonStore people;
  @Inject private AccessRules rules;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Begins one for somebody who was let in. */
  public OpenedSession open(String username, SignInWay way, String address, String agent) {
    Instant now = clock.instant();
    store.forgetBefore(now.minus(REMEMBERED));
    String token = SecretText.token();
    var session =
        new PersonSession(
            SecretText.hash(token),
            username,
            way,
            cut(address, LONGEST_ADDRESS),
            cut(agent == null ? "" : agent, LONGEST_AGENT),
            now);
    store.add(session);
    audit.record(username, "sign-in", username, way.name());
    return new OpenedSession(session.id(), username, token);
  }

  /**
   * Who presents a token, with the roles of this moment; empty if the session has ended, or the
   * person is disabled.
   *
   * @param active whether a person is at work; what a page asks for by itself does not count
   */
  public Optional<Visitor> visit(String token, boolean active) {
    Instant now = clock.instant();
    SignInRules present = rules.get();
    Optional<PersonSession> open =
        store
            .byToken(SecretText.hash(token))
            .filter(session -> session.open(now, present.idle(), present.longest()));
    if (open.isEmpty()) {
      return Optional.empty();
    }
    PersonSession session = open.get();
    Optional<Person> person = people.find(session.username()).filter(found -> !found.disabled());
    if (active && person.isPresent()) {
      session.seen(now);
    }
    return person.map(found -> visitor(session, found, present));
  }

  /** The open sessions of a person, last seen first. */
  public List<SessionView> of(String username) {
    return all().stream().filter(session -> session.username().equals(username)).toList();
  }

  /** All open sessions, last seen first. */
  public List<SessionView> all() {
    Instant now = clock.instant();
    SignInRules present = rules.get();
    return store.notEnded().stream()
        .filter(session -> session.open(now, present.idle(), present.longest()))
        .map(PersonSession::view)
        .toList();
  }

  /** The person leaves. */
  public void leave(String token) {
    store
        .byToken(SecretText.hash(token))
        .ifPresent(
            session -> {
              session.end(clock.instant());
              audit.record(session.username(), "sign-out", session.username(), "");
            });
  }

  /**
   * Ends one session.
   *
   * @param owner whose it must be; null if it may be anybody's
   * @throws NotFoundException if there is none such
   */
  public void end(long id, String owner, String by) {
    PersonSession session =
        store
            .find(id)
            .filter(found -> owner == null || found.username().equals(owner))
            .orElseThrow(() -> new NotFoundException("session", Long.toString(id)));
    session.end(clock.instant());
    audit.record(by, "session.end", session.username(), "session " + id);
  }

  /**
   * Ends all sessions of a person.
   *
   * @param except the id of one that goes on; 0 for none
   * @return how many were ended
   */
  public int endAll(String username, long except, String by) {
    Instant now = clock.instant();
    List<PersonSession> ended =
        store.notEnded().stream()
            .filter(session -> session.username().equals(username) && session.id() != except)
            .toList();
    ended.forEach(session -> session.end(now));
    if (!ended.isEmpty()) {
      audit.record(by, "session.end-all", username, ended.size() + " sessions");
    }
    return ended.size();
  }

  private static Visitor visitor(PersonSession session, Person person, SignInRules rules) {
    boolean mustEnrol =
        rules.needsCode(person.roles())
            && !person.secondFactor()
            && session.way() != SignInWay.PROVIDER;
    return new Visitor(
        session.id(), person.username(), person.roles(), person.preferences(), mustEnrol);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
