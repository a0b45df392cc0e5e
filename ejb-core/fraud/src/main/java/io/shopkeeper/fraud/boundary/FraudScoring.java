package io.shopkeeper.fraud.boundary;

import io.shopkeeper.fraud.memory.RuleShelf;
import io.shopkeeper.fraud.scoring.Judged;
import io.shopkeeper.fraud.scoring.PaymentJudge;
import io.shopkeeper.fraud.scoring.VerdictWords;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.UnavailableException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says what to do with payments. When it answers, payment and decision are on disk: in the
 * database, or while that does not answer in a journal.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FraudScoring {

  /** Most payments of one request. */
  public static final int MOST = 1000;

  @Inject private PaymentJudge judge;
  @Inject private RuleShelf rules;

  /**
   * Judges one payment.
   *
   * @param reader in whose language reasons are
   * @throws InvalidInputException with every fault; nothing was stored
   * @throws UnavailableException if neither database nor journal can keep it, or if it was judged
   *     before and the database that knows how does not answer; nothing was stored
   */
  public PaymentVerdict score(PaymentQuestion question, Locale reader) {
    Judged judged = judge.judge(List.of(question)).getFirst();
    if (judged.later()) {
      throw new UnavailableException(judged.errors().getFirst().message());
    }
    return judged
        .decision()
        .map(decision -> new VerdictWords(rules, reader).of(decision, judged.repeated()))
        .orElseThrow(() -> new InvalidInputException(judged.errors()));
  }

  /**
   * Judges payments in their order: each sees those before it. Those that can be judged are stored
   * together.
   *
   * @param reader in whose language reasons are
   * @return one for each
   * @throws InvalidInputException if there are none or too many
   * @throws UnavailableException if neither database nor journal can keep them; nothing was stored
   */
  public List<JudgedRow> scoreAll(List<PaymentQuestion> questions, Locale reader) {
    if (questions.isEmpty() || questions.size() > MOST) {
      throw InvalidInputException.of("", "send 1 to %d payments at once".formatted(MOST));
    }
    var words = new VerdictWords(rules, reader);
    List<Judged> judged = judge.judge(questions);
    List<JudgedRow> rows = new ArrayList<>();
    for (Judged one : judged) {
      rows.add(
          new JudgedRow(
              rows.size(),
              one.decision().map(decision -> words.of(decision, one.repeated())).orElse(null),
              one.errors()));
    }
    return rows;
  }
}
