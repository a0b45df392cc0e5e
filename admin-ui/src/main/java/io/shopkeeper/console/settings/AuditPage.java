package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.AuditEntry;
import io.shopkeeper.platform.boundary.AuditQuery;
import io.shopkeeper.platform.boundary.AuditSource;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.AuditVerdict;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who did what: find, export, verify. */
@Named("audit")
@RequestScoped
public class AuditPage {

  private static final int SHOWN = 50;

  @Inject private AuditTrail trail;
  @Inject private Asked asked;
  @Inject private Reader reader;
  @Inject private Words words;
  @Inject private Me me;

  private AuditFilter filter;
  private List<AuditEntry> entries;
  private AuditVerdict verdict;

  @PostConstruct
  void begin() {
    me.require(Right.SEE_AUDIT);
    filter = AuditFilter.of(name -> asked.text(name).orElse(null), reader.getZone());
  }

  /** Checks the whole chain. */
  public void verify() {
    me.require(Right.SEE_AUDIT);
    verdict = trail.verify();
  }

  /** The acts of this page, newest first. */
  public List<AuditEntry> getEntries() {
    if (entries == null) {
      AuditQuery query = filter.query(SHOWN);
      entries = trail.find(query);
    }
    return entries;
  }

  /** The number behind which the next page begins; 0 on the last. */
  public long getNext() {
    return getEntries().size() < SHOWN ? 0 : getEntries().getLast().number();
  }

  /** What an act is, in words; its own name where there are none. */
  public String act(AuditEntry entry) {
    return words.of("act", entry.act());
  }

  /** The verdict in the reader's language; null before it was asked for. */
  public String getVerdictText() {
    if (verdict == null) {
      return null;
    }
    return verdict.intact()
        ? words.format("audit.intact", verdict.records())
        : words.format(
            "audit.fault." + verdict.fault(),
            verdict.brokenNumber() == null ? 0 : verdict.brokenNumber(),
            verdict.brokenId() == null ? 0 : verdict.brokenId());
  }

  public boolean isIntact() {
    return verdict != null && verdict.intact();
  }

  public AuditFilter getFilter() {
    return filter;
  }

  public AuditSource[] getSources() {
    return AuditSource.values();
  }
}
