package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import io.shopkeeper.fraud.boundary.attempt.AttemptVerdict;
import io.shopkeeper.fraud.boundary.attempt.LoginQuestion;
import io.shopkeeper.fraud.boundary.attempt.SignupQuestion;
import io.shopkeeper.fraud.entity.StoredAttempt;
import io.shopkeeper.fraud.rules.PaymentFacts;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges sign-ins and sign-ups. Each is decided once: asked again, the same answer comes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttemptJudge {

  @Inject private AttemptLedger ledger;
  @Inject private Clock clock;

  /** Judges a sign-in. */
  public AttemptVerdict login(LoginQuestion question, Locale reader) {
    Instant now = clock.instant();
    refuse(AttemptCheck.of(question, now));
    return judge(
        Attempts.of(question, now),
        Map.of(),
        new PaymentFacts.Plain(question.email(), null),
        reader);
  }

  /** Judges a sign-up. */
  public AttemptVerdict signup(SignupQuestion question, Locale reader) {
    Instant now = clock.instant();
    refuse(AttemptCheck.of(question, now));
    EmailLooks looks = EmailLooks.of(question.email());
    Map<String, Double> said = new LinkedHashMap<>();
    said.put("throwaway_email", looks.throwaway() ? 1.0 : 0.0);
    said.put("random_email", looks.random() ? 1.0 : 0.0);
    if (question.formSeconds() != null) {
      said.put("form_seconds", question.formSeconds());
    }
    return judge(
        Attempts.of(question, now),
        said,
        new PaymentFacts.Plain(question.email(), question.address()),
        reader);
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  private AttemptVerdict judge(
      Attempt attempt, Map<String, Double> said, PaymentFacts.Plain plain, Locale reader) {
    var words = new AttemptWords(reader);
    Optional<StoredAttempt> known = known(attempt);
    if (known.isPresent()) {
      return words.verdict(known.get(), true);
    }
    try {
      return words.verdict(ledger.judge(attempt, said, plain), false);
    } catch (EJBException failed) {
      // Somebody may have asked the same at the same time; that answer counts.
      StoredAttempt other = known(attempt).orElseThrow(() -> failed);
      return words.verdict(other, true);
    }
  }

  private Optional<StoredAttempt> known(Attempt attempt) {
    AttemptKind kind = attempt.kind();
    Optional<StoredAttempt> known = ledger.find(kind, attempt.id());
    known.ifPresent(
        one -> {
          if (!one.isOf(attempt.account(), attempt.device(), attempt.ip())) {
            throw new ConflictException(
                ("Under the id %s another %s was judged, of another account, device or address;"
                        + " give each one an id of its own.")
                    .formatted(attempt.id(), kind.code()));
          }
        });
    return known;
  }
}
