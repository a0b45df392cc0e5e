package io.shopkeeper.platform.boundary;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The audit log as a file, newest first: JSON lines with every field as it is hashed, or CSV for a
 * spreadsheet, where a cell that would be run as a formula begins with an apostrophe. Written page
 * by page. Safe for use by several threads.
 */
@ApplicationScoped
public class AuditTable {

  private static final int PAGE = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "time",
          "actor",
          "act",
          "subject",
          "detail",
          "before",
          "after",
          "source",
          "address",
          "previousHash",
          "hash");

  @Inject private AuditTrail trail;

  /**
   * Writes all acts that match.
   *
   * @param query its limit is left aside
   */
  public void write(AuditQuery query, boolean csv, Writer out) throws IOException {
    if (csv) {
      out.write(String.join(",", COLUMNS) + "\r\n");
    }
    List<AuditEntry> page =
        trail.find(
            query.before() == null
                ? query.beforeNumber(Long.MAX_VALUE, PAGE)
                : query.beforeNumber(query.before(), PAGE));
    while (!page.isEmpty()) {
      for (AuditEntry entry : page) {
        Map<String, String> values = values(entry);
        out.write(csv ? csvRow(values) : jsonLine(values));
      }
      page = trail.find(query.beforeNumber(page.getLast().number(), PAGE));
    }
    out.flush();
  }

  private static Map<String, String> values(AuditEntry entry) {
    var values = new LinkedHashMap<String, String>();
    values.put("number", Long.toString(entry.number()));
    values.put("time", entry.at().toString());
    values.put("actor", entry.actor());
    values.put("act", entry.act());
    values.put("subject", entry.subject());
    values.put("detail", entry.detail());
    values.put("before", entry.before());
    values.put("after", entry.after());
    values.put("source", entry.source().name());
    values.put("address", entry.address());
    values.put("previousHash", entry.previousHash());
    values.put("hash", entry.hash());
    return values;
  }

  private static String jsonLine(Map<String, String> values) {
    ObjectNode line = JSON.createObjectNode();
    values.forEach(line::put);
    line.put("number", Long.parseLong(values.get("number")));
    return line + "\n";
  }

  private static String csvRow(Map<String, String> values) {
    return values.values().stream().map(AuditTable::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(String text) {
    String harmless =
        !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return harmless.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
