package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Person;
import io.shopkeeper.platform.entity.RecoveryCode;
import io.shopkeeper.platform.identity.Base32;
import io.shopkeeper.platform.identity.PersonStore;
import io.shopkeeper.platform.identity.Seal;
import io.shopkeeper.platform.identity.SecretText;
import io.shopkeeper.platform.identity.Totp;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Codes from an authenticator app as a second factor, and recovery codes for when it is lost. */
@Stateless
public class SecondFactors {

  @Inject private PersonStore store;
  @Inject private Seal seal;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * A new secret to bring into an app; it counts when {@link #confirm} has seen a code of it.
   *
   * @throws ConflictException if there is a second factor already
   */
  public CodeEnrolment propose(String username) {
    Person person = require(username);
    if (person.secondFactor()) {
      throw new ConflictException("There is a second factor already. Remove it first.");
    }
    String secret = Base32.encode(Totp.newSecret());
    person.propose(seal.lock(secret));
    return enrolment(username, secret);
  }

  /** The secret that was proposed and is not confirmed yet. */
  public Optional<CodeEnrolment> proposed(String username) {
    return store
        .find(username)
        .filter(person -> !person.secondFactor())
        .flatMap(Person::codeSecret)
        .map(locked -> enrolment(username, seal.open(locked)));
  }

  /**
   * Puts the proposed secret in force.
   *
   * @return recovery codes; this is the only time they are known. Empty if the code is wrong
   */
  public List<String> confirm(String username, String code) {
    Person person = require(username);
    if (person.secondFactor() || !take(person, code)) {
      return List.of();
    }
    audit.record(username, "second-factor.on", username, "");
    return renew(username);
  }

  /** New recovery codes in place of the old ones; this is the only time they are known. */
  public List<String> newCodes(String username) {
    if (!require(username).secondFactor()) {
      throw new ConflictException("Set up a second factor first.");
    }
    audit.record(username, "second-factor.codes", username, "");
    return renew(username);
  }

  /** Whether a code, or a recovery code, is right; it is used up then. */
  public boolean use(String username, String code) {
    Person person = require(username);
    return person.secondFactor() && (take(person, code) || spend(username, code));
  }

  /** How many recovery codes are left. */
  public int codesLeft(String username) {
    return store.codes(username).size();
  }

  /** Takes the second factor away, for whoever lost the app. */
  public void remove(String username, String by) {
    Person person = require(username);
    if (person.secondFactor()) {
      person.dropSecondFactor();
      store.replaceCodes(username, List.of());
      audit.record(by, "second-factor.off", username, "");
    }
  }

  private boolean take(Person person, String code) {
    Instant now = clock.instant();
    Optional<byte[]> secret = person.codeSecret().map(locked -> Base32.decode(seal.open(locked)));
    if (secret.isEmpty()) {
      return false;
    }
    OptionalLong step = Totp.accepted(secret.get(), code, now, person.codeStep());
    step.ifPresent(used -> person.usedCode(used, now));
    return step.isPresent();
  }

  private boolean spend(String username, String code) {
    String hash = SecretText.hashOfCode(username, code);
    Optional<RecoveryCode> found =
        store.codes(username).stream().filter(kept -> kept.hash().equals(hash)).findFirst();
    found.ifPresent(
        spent -> {
          spent.use(clock.instant());
          audit.record(
              username,
              "second-factor.recovery",
              username,
              "%d recovery codes left".formatted(store.codes(username).size() - 1));
        });
    return found.isPresent();
  }

  private List<String> renew(String username) {
    List<String> codes = SecretText.recoveryCodes();
    store.replaceCodes(
        username, codes.stream().map(code -> SecretText.hashOfCode(username, code)).toList());
    return codes;
  }

  private Person require(String username) {
    return store.lock(username).orElseThrow(() -> new NotFoundException("person", username));
  }

  private static CodeEnrolment enrolment(String username, String secret) {
    String uri =
        "otpauth://totp/Shopkeeper:%s?secret=%s&issuer=Shopkeeper&algorithm=SHA1&digits=6&period=30"
            .formatted(URLEncoder.encode(username, StandardCharsets.UTF_8), secret);
    return new CodeEnrolment(secret.replaceAll("(.{4})(?=.)", "$1 "), uri);
  }
}
