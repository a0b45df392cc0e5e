package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.catalog.boundary.QuarantineQuery;
import io.shopkeeper.catalog.boundary.QuarantinedRow;
import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.boundary.RowStatus;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.access.Right;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows that were set aside: find, mend, try again. */
@Named("quarantine")
@ViewScoped
public class QuarantinePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 25;

  @Inject private transient Imports imports;
  @Inject private transient AuditTrail audit;
  @Inject private transient Me me;
  @Inject private transient Say say;

  private Long importId;
  private String text;
  private Long before;
  private final Map<Long, String> corrections = new HashMap<>();
  private transient List<QuarantinedRow> rows;

  /** The rows of this page, newest first. */
  public List<QuarantinedRow> getRows() {
    if (rows == null) {
      rows =
          imports.quarantine(
              new QuarantineQuery(
                  importId, text == null || text.isBlank() ? null : text, before, SHOWN));
      rows.forEach(row -> corrections.putIfAbsent(row.id(), row.raw()));
    }
    return rows;
  }

  /** Tries a row again with what was typed. */
  public void mend(long id) {
    me.require(Right.DATA);
    try {
      RowOutcome outcome = imports.mend(id, corrections.get(id));
      if (outcome.status() == RowStatus.QUARANTINED) {
        say.bad(
            "quarantine.still",
            outcome.errors().getFirst().pointer() + ": " + outcome.errors().getFirst().message());
      } else {
        audit.record(me.getName(), "quarantine.mend", "row " + id, "");
        corrections.remove(id);
        say.ok("quarantine.mended");
      }
    } catch (NotFoundException gone) {
      say.bad("quarantine.gone");
    }
    rows = null;
  }

  /** Where older rows are; 0 on the last page. */
  public long getNext() {
    return getRows().size() < SHOWN ? 0 : getRows().getLast().id();
  }

  public long getCount() {
    return imports.quarantineCount();
  }

  public Map<Long, String> getCorrections() {
    return corrections;
  }

  public Long getImportId() {
    return importId;
  }

  public void setImportId(Long importId) {
    this.importId = importId;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getBefore() {
    return before;
  }

  public void setBefore(Long before) {
    this.before = before;
  }
}
