package io.shopkeeper.console.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.quarantine.HeldRow;
import io.shopkeeper.catalog.boundary.quarantine.Quarantine;
import io.shopkeeper.catalog.boundary.quarantine.QuarantineFilter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The quarantined rows of a filter as a table or as JSON lines, to be corrected and sent back: the
 * column {@code quarantine_id} tells which row is meant. A cell that a spreadsheet would run begins
 * with an apostrophe.
 */
@WebServlet({"/quarantine.csv", "/quarantine.jsonl"})
public class QuarantineDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 500;
  private static final int MOST_COLUMNS = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject private transient Quarantine quarantine;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean table = request.getServletPath().endsWith(".csv");
    response.setContentType(
        table ? "text/csv;charset=UTF-8" : "application/x-ndjson;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"quarantine.%s\"".formatted(table ? "csv" : "jsonl"));
    QuarantineFilter filter = filter(request);
    try (Writer writer = response.getWriter()) {
      if (table) {
        table(filter, writer);
      } else {
        lines(filter, writer);
      }
    }
  }

  private static QuarantineFilter filter(HttpServletRequest request) {
    String importId = given(request, "import");
    String kind = given(request, "kind");
    return new QuarantineFilter(
        importId != null && importId.matches("\\d{1,18}") ? Long.valueOf(importId) : null,
        kind == null ? null : ImportKind.of(kind.toLowerCase(Locale.ROOT)).orElse(null),
        given(request, "field"),
        given(request, "reason"),
        given(request, "text"),
        List.of());
  }

  private static String given(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null || text.isBlank() ? null : text;
  }

  private void table(QuarantineFilter filter, Writer writer) throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    each(
        filter,
        row ->
            row.cells().keySet().stream()
                .filter(column -> columns.size() < MOST_COLUMNS)
                .forEach(columns::add));
    var header = new ArrayList<>(List.of("quarantine_id", "quarantine_kind", "quarantine_faults"));
    header.addAll(columns);
    CSVPrinter out = new CSVPrinter(writer, CSVFormat.RFC4180);
    out.printRecord(header);
    var broken = new ArrayList<IOException>();
    each(
        filter,
        row -> {
          var cells = new ArrayList<String>();
          cells.add(Long.toString(row.row().id()));
          cells.add(row.row().kind().name());
          cells.add(harmless(faults(row)));
          columns.forEach(column -> cells.add(harmless(row.cells().getOrDefault(column, ""))));
          try {
            out.printRecord(cells);
          } catch (IOException gone) {
            broken.add(gone);
          }
        });
    if (!broken.isEmpty()) {
      throw broken.getFirst();
    }
  }

  private void lines(QuarantineFilter filter, Writer writer) throws IOException {
    var broken = new ArrayList<IOException>();
    each(
        filter,
        row -> {
          ObjectNode line = JSON.createObjectNode();
          line.put("quarantine_id", row.row().id());
          line.put("quarantine_kind", row.row().kind().name());
          line.put("quarantine_faults", faults(row));
          row.cells().forEach(line::put);
          try {
            writer.write(line + "\n");
          } catch (IOException gone) {
            broken.add(gone);
          }
        });
    if (!broken.isEmpty()) {
      throw broken.getFirst();
    }
  }

  private void each(QuarantineFilter filter, Consumer<HeldRow> visitor) {
    Long before = null;
    List<HeldRow> page;
    do {
      page = quarantine.list(filter, before, PAGE);
      page.forEach(visitor);
      before = page.isEmpty() ? null : page.getLast().row().id();
    } while (page.size() == PAGE);
  }

  private static String faults(HeldRow row) {
    return row.row().errors().stream()
        .map(error -> error.pointer() + " " + error.message())
        .collect(Collectors.joining("; "));
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
