package io.shopkeeper.fraud.boundary.appeal;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.appeal.AppealSettings;
import io.shopkeeper.fraud.appeal.AppealStore;
import io.shopkeeper.fraud.appeal.AppealedCase;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.decision.DecisionStore;
import io.shopkeeper.fraud.entity.StoredAppeal;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Appeals of shoppers whose payment was refused or held. */
@Stateless
public class Appeals {

  /** Longest text of an appeal, in characters. */
  public static final int LONGEST = 1000;

  /** After that a payment is not taken up again. */
  static final Duration WITHIN = Duration.ofDays(30);

  @Inject private AppealStore appeals;
  @Inject private AppealedCase cases;
  @Inject private DecisionStore decisions;
  @Inject private Transactions transactions;
  @Inject private Settings settings;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Puts a stopped payment before a person: its case is opened, or opened again, with a high
   * priority at least. A payment is appealed once: later words change nothing, and the state comes
   * back.
   *
   * @param words what the shopper says
   * @param by through whom, such as the name of a key
   * @param reader in whose language the answer is
   * @throws NotFoundException if no such payment was judged
   * @throws InvalidInputException if there are no words, or too many
   * @throws ConflictException if the payment was not stopped, or too long ago
   */
  public AppealAnswer appeal(String payment, String words, String by, Locale reader) {
    String text = checked(words);
    StoredDecision decision = decision(payment);
    if (appeals.find(payment).isPresent()) {
      return state(payment, true, reader);
    }
    Instant now = clock.instant();
    if (decision.outcome().compareTo(Outcome.REVIEW) < 0) {
      throw new ConflictException(
          "Payment %s was not stopped: there is nothing to appeal.".formatted(payment));
    }
    if (decision.decidedAt() < now.minus(WITHIN).toEpochMilli()) {
      throw new ConflictException(
          "Payment %s was judged more than 30 days ago and is not taken up again."
              .formatted(payment));
    }
    TransactionData data =
        transactions.find(payment).orElseThrow(() -> new NotFoundException("transaction", payment));
    if (appeals.madeSince(data, now.minus(WITHIN)) >= AppealSettings.most(settings)) {
      return answer(payment, AppealState.REFUSED, null, false, reader);
    }
    long caseId = cases.take(payment, text, now);
    appeals.add(new StoredAppeal(data, caseId, now));
    audit.record(by, "payment.appeal", "transaction " + payment, "case " + caseId);
    return answer(payment, AppealState.OPEN, caseId, false, reader);
  }

  /**
   * What became of the appeal of a payment.
   *
   * @throws NotFoundException if there is none
   */
  public AppealAnswer find(String payment, Locale reader) {
    return state(payment, false, reader);
  }

  private AppealAnswer state(String payment, boolean repeated, Locale reader) {
    StoredAppeal appeal =
        appeals.find(payment).orElseThrow(() -> new NotFoundException("appeal", payment));
    AppealState state =
        cases
            .outcome(appeal.caseId())
            .map(outcome -> isGood(outcome) ? AppealState.ACCEPTED : AppealState.DECLINED)
            .orElse(AppealState.OPEN);
    return answer(payment, state, appeal.caseId(), repeated, reader);
  }

  private static boolean isGood(CaseOutcome outcome) {
    return outcome == CaseOutcome.CLEARED;
  }

  private StoredDecision decision(String payment) {
    return decisions.find(List.of(payment)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("decision on transaction", payment));
  }

  private static String checked(String words) {
    String text = words == null ? "" : words.replaceAll("\\p{Cntrl}+", " ").strip();
    if (text.isEmpty()) {
      throw InvalidInputException.of("/text", "is missing: what the shopper says");
    }
    if (text.length() > LONGEST) {
      throw InvalidInputException.of(
          "/text", "has %d characters; at most %d are allowed".formatted(text.length(), LONGEST));
    }
    return text;
  }

  private static AppealAnswer answer(
      String payment, AppealState state, Long caseId, boolean repeated, Locale reader) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            "io.shopkeeper.fraud.appeal.appeals",
            "zh".equals(reader.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            Appeals.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new AppealAnswer(
        payment, state, caseId, words.getString("shopper." + state.code()), repeated);
  }
}
