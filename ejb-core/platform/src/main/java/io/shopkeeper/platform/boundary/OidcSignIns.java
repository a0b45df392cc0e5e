package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Person;
import io.shopkeeper.platform.identity.PersonStore;
import io.shopkeeper.platform.identity.SecretText;
import io.shopkeeper.platform.oidc.OidcClient;
import io.shopkeeper.platform.oidc.OidcException;
import io.shopkeeper.platform.oidc.OidcPerson;
import io.shopkeeper.platform.oidc.OidcSettings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Signing in through the identity provider that the environment names. Who comes the first time is
 * made a person; the roles follow the provider with each sign-in.
 */
@Stateless
public class OidcSignIns {

  private static final System.Logger LOG = System.getLogger(OidcSignIns.class.getName());
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int LONGEST_NAME = 120;

  @Inject private OidcClient client;
  @Inject private PersonStore store;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** What the button says, if there is a provider; empty text for the words of the page. */
  public Optional<String> label() {
    return client.settings().map(OidcSettings::label);
  }

  /**
   * Begins.
   *
   * @param back the address to which the provider sends the browser
   * @return empty if there is no provider, or it cannot be reached
   */
  public Optional<OidcStart> begin(String back) {
    if (client.settings().isEmpty()) {
      return Optional.empty();
    }
    String state = SecretText.token();
    String nonce = SecretText.token();
    String verifier = SecretText.token() + SecretText.token();
    try {
      String url = client.provider().authorization(state, nonce, challenge(verifier), back);
      return Optional.of(new OidcStart(url, state, nonce, verifier, back, clock.instant()));
    } catch (OidcException problem) {
      LOG.log(System.Logger.Level.WARNING, "SHOP-0030 the identity provider fails", problem);
      return Optional.empty();
    }
  }

  /** Ends what {@link #begin} began with what the browser brought back. */
  public OidcOutcome finish(OidcStart start, String state, String code) {
    Instant now = clock.instant();
    if (code == null
        || state == null
        || !MessageDigest.isEqual(bytes(start.state()), bytes(state))
        || now.isAfter(start.startedAt().plus(PATIENCE))) {
      return new OidcOutcome.Failed("state");
    }
    OidcPerson told;
    try {
      told = client.provider().person(code, start.verifier(), start.nonce(), start.back());
    } catch (OidcException problem) {
      LOG.log(System.Logger.Level.WARNING, "SHOP-0030 the identity provider fails", problem);
      return new OidcOutcome.Failed("provider");
    }
    return admit(told, now);
  }

  private OidcOutcome admit(OidcPerson told, Instant now) {
    OidcSettings settings = client.settings().orElseThrow();
    Set<Role> roles = settings.rolesOf(told.groups());
    Optional<Person> known = store.bound(settings.issuer(), told.subject());
    if (roles.isEmpty() || known.filter(Person::disabled).isPresent()) {
      audit.record(
          known.map(Person::username).orElse("provider " + told.wanted()),
          "sign-in.refused",
          told.wanted(),
          roles.isEmpty() ? "no role for " + told.groups() : "disabled");
      return new OidcOutcome.NoAccess();
    }
    Person person = known.orElseGet(() -> enter(settings, told, roles, now));
    follow(person, told, roles);
    person.signedIn(now);
    return new OidcOutcome.Accepted(person.username(), person.roles());
  }

  private Person enter(OidcSettings settings, OidcPerson told, Set<Role> roles, Instant now) {
    var person = new Person(freeName(told.wanted()), null, roles, now);
    person.bind(settings.issuer(), told.subject());
    store.add(person);
    audit.record(
        new AuditAct(
            person.username(),
            "person.add",
            person.username(),
            "from the identity provider",
            "",
            new TreeSet<>(roles).toString()));
    return person;
  }

  private void follow(Person person, OidcPerson told, Set<Role> roles) {
    String name = told.displayName();
    person.call(name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME));
    Set<Role> before = person.roles();
    if (!roles.contains(Role.ADMIN) && isLastAdministrator(person)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-0031 {0} stays administrator, for there is no other",
          person.username());
      return;
    }
    if (!before.equals(roles)) {
      person.give(roles);
      audit.record(
          new AuditAct(
              person.username(),
              "person.roles",
              person.username(),
              "from the identity provider",
              new TreeSet<>(before).toString(),
              new TreeSet<>(roles).toString()));
    }
  }

  private boolean isLastAdministrator(Person person) {
    return person.administers()
        && store.all().stream().filter(Person::administers).limit(2).count() == 1;
  }

  /** Never the name of a person who is here already: a name is no proof of who somebody is. */
  private String freeName(String wanted) {
    String base =
        wanted
            .toLowerCase(Locale.ROOT)
            .replaceFirst("@.*$", "")
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[^a-z0-9]+", "");
    String name = base.length() < 2 ? "person" : base.substring(0, Math.min(base.length(), 56));
    String free = name;
    for (int i = 2; store.find(free).isPresent(); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(verifier));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
