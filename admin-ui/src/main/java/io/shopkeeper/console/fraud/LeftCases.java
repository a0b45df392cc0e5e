package io.shopkeeper.console.fraud;

import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.fraud.boundary.cases.CaseDesk;
import io.shopkeeper.fraud.boundary.cases.CaseFile;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Says which of the chosen cases an act on many left as they were, each with the reason. */
@RequestScoped
public class LeftCases {

  /** So many are named; of the others the number. */
  private static final int NAMED = 8;

  @Inject private CaseDesk desk;
  @Inject private CaseLook look;
  @Inject private Words words;
  @Inject private Say say;

  /** Names them; says nothing of none. */
  void tell(List<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    String named =
        ids.stream()
            .limit(NAMED)
            .map(
                id ->
                    words.format(
                        "case.left.one",
                        Long.toString(id),
                        desk.find(id)
                            .map(CaseFile::row)
                            .map(this::why)
                            .orElseGet(() -> words.words().getString("case.left.gone"))))
            .collect(Collectors.joining(words.words().getString("case.left.and")));
    say.bad("case.left.these", ids.size(), named, Math.max(0, ids.size() - NAMED));
  }

  private String why(CaseRow row) {
    if (look.taken(row)) {
      return words.format("case.left.taken", row.lockedBy(), look.until(row));
    }
    String key =
        row.state() == CaseState.CLOSED
            ? "case.left.closed"
            : row.state() == CaseState.ESCALATED ? "case.left.escalated" : "case.left.same";
    return words.words().getString(key);
  }
}
