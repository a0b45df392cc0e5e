package io.shopkeeper.catalog.boundary.person;

import io.shopkeeper.catalog.person.Circle;
import io.shopkeeper.catalog.person.ConsentStore;
import io.shopkeeper.catalog.person.IdentityStore;
import io.shopkeeper.catalog.person.Standing;
import io.shopkeeper.platform.boundary.AuditAct;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What customers and visitors allow, and what they decided when. Nobody has to be known to the shop
 * to decide: a refusal must not wait for a record.
 */
@Stateless
public class Consents {

  @Inject private ConsentStore store;
  @Inject private IdentityStore identities;
  @Inject private Settings settings;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private Event<PersonalUseEnded> ended;
  @Inject private Event<PeopleChanged> changed;

  /**
   * What holds for somebody now: the own decision, and of a customer those of all visitors that are
   * this customer; else what the shop has set for whoever decided nothing.
   *
   * @throws InvalidInputException if the id cannot be one
   */
  public ConsentView of(Subject subject) {
    Circle circle = circle(subject.check());
    Map<Purpose, ConsentView.Decision> decisions = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      decisions.put(purpose, decision(standing(circle, purpose), purpose));
    }
    return ConsentView.of(decisions);
  }

  private ConsentView.Decision decision(Optional<ConsentChange> standing, Purpose purpose) {
    return standing
        .map(
            change ->
                new ConsentView.Decision(change.granted(), true, change.at(), change.source()))
        .orElseGet(
            () ->
                new ConsentView.Decision(
                    PrivacySettings.granted(settings, purpose), false, null, null));
  }

  private Optional<ConsentChange> standing(Circle circle, Purpose purpose) {
    return Standing.of(store.of(circle.subjects(), purpose), circle);
  }

  private Circle circle(Subject subject) {
    boolean customer = subject.kind() == Subject.Kind.CUSTOMER;
    return Circle.around(
        customer ? subject.id() : null, customer ? null : subject.id(), identities);
  }

  /**
   * Keeps a decision; it holds with the next answer. What is decided already changes nothing.
   *
   * @return what holds then
   * @throws InvalidInputException if nothing is decided, or a value cannot be kept
   */
  public ConsentView decide(Subject subject, ConsentChoice choice, Actor actor) {
    Circle circle = circle(subject.check());
    Instant now = clock.instant();
    choice
        .check()
        .decided()
        .forEach(
            (purpose, granted) -> {
              Optional<ConsentChange> before = standing(circle, purpose);
              if (before.isEmpty() || before.get().granted() != granted) {
                store.add(
                    new ConsentChange(
                        subject,
                        purpose,
                        granted,
                        now,
                        actor.name(),
                        actor.door(),
                        choice.source()));
                record(subject, purpose, granted, before, actor);
              }
            });
    if (Boolean.FALSE.equals(choice.personalisation())) {
      ended.fire(PersonalUseEnded.of(circle.subjects()));
    }
    changed.fire(PeopleChanged.of(circle.subjects()));
    return of(subject);
  }

  /** What people of the shop do goes into the record of acts, too. */
  private void record(
      Subject subject,
      Purpose purpose,
      boolean granted,
      Optional<ConsentChange> before,
      Actor actor) {
    if (actor.door() == Door.CONSOLE) {
      audit.record(
          new AuditAct(
              actor.name(),
              "consent.decide",
              subject.key(),
              purpose.name(),
              before.map(change -> word(change.granted())).orElse("undecided"),
              word(granted)));
    }
  }

  private static String word(boolean granted) {
    return granted ? "granted" : "refused";
  }

  /**
   * Those who do not allow personal use, among some.
   *
   * @param subjects 1000 at most
   */
  public Set<Subject> refusing(Set<Subject> subjects) {
    PersonRegister register = register(subjects);
    return subjects.stream()
        .filter(subject -> !register.allows(subject))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Who is who and who allows personal use, among some and those who are the same as they.
   *
   * @param subjects 1000 at most
   */
  public PersonRegister register(Set<Subject> subjects) {
    List<Identity> found =
        identities.among(ids(subjects, Subject.Kind.VISITOR), ids(subjects, Subject.Kind.CUSTOMER));
    Set<String> customers = found.stream().map(Identity::customerId).collect(Collectors.toSet());
    List<Identity> links = identities.among(List.of(), customers);
    Set<Subject> people = new TreeSet<>(subjects);
    links.forEach(
        link -> {
          people.add(Subject.visitor(link.visitorId()));
          people.add(Subject.customer(link.customerId()));
        });
    return PersonRegister.of(
        links,
        store.of(people, Purpose.PERSONALISATION),
        PrivacySettings.granted(settings, Purpose.PERSONALISATION));
  }

  private static Set<String> ids(Set<Subject> subjects, Subject.Kind kind) {
    return subjects.stream()
        .filter(subject -> subject.kind() == kind)
        .map(Subject::id)
        .collect(Collectors.toSet());
  }

  /**
   * The last decisions of somebody, and of all visitors that are the same customer, newest first.
   *
   * @param n 1 to 500
   */
  public List<ConsentChange> history(Subject subject, int n) {
    return store.history(circle(subject.check()).subjects(), Math.clamp(n, 1, 500));
  }
}
