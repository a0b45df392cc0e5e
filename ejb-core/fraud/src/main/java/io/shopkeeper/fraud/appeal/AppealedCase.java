package io.shopkeeper.fraud.appeal;

import io.shopkeeper.fraud.boundary.cases.CaseAct;
import io.shopkeeper.fraud.boundary.cases.CaseDesk;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import io.shopkeeper.fraud.boundary.cases.CaseWorker;
import io.shopkeeper.fraud.cases.CaseFiler;
import io.shopkeeper.fraud.cases.CaseSettings;
import io.shopkeeper.fraud.cases.CaseStore;
import io.shopkeeper.fraud.entity.StoredCase;
import io.shopkeeper.fraud.notice.NoticeOutbox;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The case in which an appeal is looked at; within the caller's transaction. */
@Dependent
public class AppealedCase {

  /** In whose name the words stand in the journal. */
  static final String SHOPPER = "shopper";

  @Inject private AppealStore appeals;
  @Inject private CaseStore cases;
  @Inject private CaseFiler filer;
  @Inject private CaseDesk desk;
  @Inject private NoticeOutbox notices;
  @Inject private Settings settings;

  protected AppealedCase() {}

  /** Opens the case of a payment, or opens it again, and writes the words into its journal. */
  public long take(String payment, String words, Instant now) {
    long id = cases.caseOf(payment).orElseGet(() -> file(payment, now));
    StoredCase file = cases.hold(id).orElseThrow();
    if (file.state() == CaseState.CLOSED) {
      desk.reopen(List.of(id), new CaseWorker(CaseFiler.SHOPKEEPER, false));
    }
    CasePriority before = file.view().priority();
    CasePriority priority = before.rank() < CasePriority.HIGH.rank() ? CasePriority.HIGH : before;
    file.rank(priority, now.plus(CaseSettings.time(settings, priority)), file.queue());
    cases.write(id, now, SHOPPER, CaseAct.APPEALED, words);
    if (before != priority) {
      notices.tell(file.view(), new NoticeOutbox.Rank(before, file.queue()), now);
    }
    return id;
  }

  private long file(String payment, Instant now) {
    // Where the payment waits to be taken into a case anyway, there is a mark already.
    if (!appeals.waits(payment)) {
      cases.alert(payment, now.toEpochMilli());
    }
    filer.file(payment);
    return cases
        .caseOf(payment)
        .orElseThrow(
            () ->
                new ConflictException(
                    "Payment %s is being taken into a case this moment; ask again."
                        .formatted(payment)));
  }

  /** What a case turned out to be; empty while it is not closed, or where it is gone. */
  public Optional<CaseOutcome> outcome(long id) {
    return cases.find(id).filter(file -> file.state() == CaseState.CLOSED).map(StoredCase::outcome);
  }
}
