package io.shopkeeper.fraud.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import java.time.Instant;
import java.util.Locale;

/**
 * What messages say: the case and how much is at risk, and nothing of whom it is about. Webhooks
 * get it as JSON, e-mail as text.
 */
public final class NoticeBody {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NoticeBody() {}

  /** Of a case that was opened, or became more urgent. */
  static String of(CaseRow row, boolean opened, Instant now) {
    ObjectNode root = begin(opened ? "case.opened" : "case.raised", now);
    ObjectNode about = root.putObject("case");
    about.put("id", row.id());
    about.put("priority", row.priority().name().toLowerCase(Locale.ROOT));
    about.put("queue", row.queue());
    about.put("decision", row.decision().code());
    about.put("payments", row.payments());
    about.put("currency", row.currency());
    about.put("amount", row.amount().toPlainString());
    about.put("risk", row.risk().toPlainString());
    about.put("due", row.due().toString());
    about.put("page", "/console/case?id=" + row.id());
    return root.toString();
  }

  /** To see whether messages arrive. */
  public static String trial(Instant now) {
    return begin("trial", now).toString();
  }

  private static ObjectNode begin(String event, Instant now) {
    return JSON.createObjectNode().put("event", event).put("at", now.toString());
  }
}
