package io.shopkeeper.fraud.boundary.macro;

import io.shopkeeper.fraud.boundary.cases.CasePriority;

/**
 * What a person writes of a macro. Its acts are done in this order.
 *
 * @param name 1 to 80 characters
 * @param note with placeholders such as {@code {subject}}; empty for none
 * @param list onto which the customer, card or device of the case is put; empty for none
 * @param snoozeHours for how long the rules that held are quiet for the case's customer, card or
 *     device; 0 for none
 * @param priority null to leave it
 * @param assignee a username, {@link #ME} or {@link #NOBODY}; empty to leave it
 * @param ending an outcome such as {@code CLEARED}, or {@link #ESCALATE}; empty for none
 */
public record MacroText(
    String name,
    String note,
    String list,
    int snoozeHours,
    CasePriority priority,
    String assignee,
    String ending) {

  /** Whoever does it. */
  public static final String ME = "*";

  /** Nobody. */
  public static final String NOBODY = "-";

  /** A supervisor is to decide. */
  public static final String ESCALATE = "ESCALATE";

  /** Whether it does nothing. */
  public boolean idle() {
    return note.isBlank()
        && list.isEmpty()
        && snoozeHours == 0
        && priority == null
        && assignee.isEmpty()
        && ending.isEmpty();
  }
}
