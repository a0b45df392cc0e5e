package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.catalog.boundary.QuarantineQuery;
import io.shopkeeper.catalog.boundary.QuarantinedRow;
import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.boundary.RowStatus;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Rows that were set aside: find, mend, try again. */
@Named("quarantine")
@RequestScoped
public class QuarantinePage {

  private static final int SHOWN = 25;

  @Inject private Imports imports;
  @Inject private AuditTrail audit;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private List<QuarantinedRow> rows;

  /** The rows of this page, newest first. */
  public List<QuarantinedRow> getRows() {
    if (rows == null) {
      rows =
          imports.quarantine(
              new QuarantineQuery(
                  asked.number("import").orElse(null),
                  asked.text("text").orElse(null),
                  asked.number("before").orElse(null),
                  SHOWN));
    }
    return rows;
  }

  /** Tries the row whose button was pressed again, with what was typed. */
  public void act() {
    asked.act("mend").map(Long::valueOf).ifPresent(this::mend);
  }

  private void mend(long id) {
    me.require(Right.MEND_DATA);
    try {
      RowOutcome outcome = imports.mend(id, asked.text(box(id)).orElse("{}"));
      if (outcome.status() == RowStatus.QUARANTINED) {
        FieldError first = outcome.errors().getFirst();
        say.bad("quarantine.still", field(first) + " " + first.message());
      } else {
        audit.record(me.getName(), "quarantine.mend", "row " + id, "");
        rows = null;
        say.ok("quarantine.mended");
      }
    } catch (NotFoundException gone) {
      say.bad("quarantine.gone");
    }
  }

  /** What stands in a row's box: what was typed last, else the row. */
  public String typed(QuarantinedRow row) {
    return asked.act(box(row.id())).orElse(row.raw());
  }

  /** The name of a row's box. */
  public String box(long id) {
    return "raw-" + id;
  }

  /** The field that an error is about; empty for the whole row. */
  public String field(FieldError error) {
    return error.pointer().replaceFirst("^/", "");
  }

  /** Where older rows are; 0 on the last page. */
  public long getNext() {
    return getRows().size() < SHOWN ? 0 : getRows().getLast().id();
  }

  public Long getImportId() {
    return asked.number("import").orElse(null);
  }

  public String getText() {
    return asked.text("text").orElse("");
  }

  public Long getBefore() {
    return asked.number("before").orElse(null);
  }
}
