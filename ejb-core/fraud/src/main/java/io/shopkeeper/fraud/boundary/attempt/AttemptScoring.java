package io.shopkeeper.fraud.boundary.attempt;

import io.shopkeeper.fraud.attempt.AttemptJudge;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;

/** Says what to do with sign-ins and sign-ups. When it answers, the decision is stored. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttemptScoring {

  @Inject private AttemptJudge judge;

  /**
   * Judges a sign-in.
   *
   * @param reader in whose language reasons are
   * @throws InvalidInputException with every fault; nothing was stored
   * @throws ConflictException if another sign-in was judged under this id
   */
  public AttemptVerdict login(LoginQuestion question, Locale reader) {
    return judge.login(question, reader);
  }

  /**
   * Judges a sign-up.
   *
   * @param reader in whose language reasons are
   * @throws InvalidInputException with every fault; nothing was stored
   * @throws ConflictException if another sign-up was judged under this id
   */
  public AttemptVerdict signup(SignupQuestion question, Locale reader) {
    return judge.signup(question, reader);
  }
}
