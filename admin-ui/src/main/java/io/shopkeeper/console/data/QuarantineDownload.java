package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.catalog.boundary.QuarantineQuery;
import io.shopkeeper.catalog.boundary.QuarantinedRow;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * All quarantined rows as a table; a cell that a spreadsheet would run begins with an apostrophe.
 */
@WebServlet("/quarantine.csv")
public class QuarantineDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 500;

  @Inject private transient Imports imports;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String given = request.getParameter("import");
    Long importId = given != null && given.matches("\\d{1,18}") ? Long.valueOf(given) : null;
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"quarantine.csv\"");
    try (Writer writer = response.getWriter();
        CSVPrinter out = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      out.printRecord("id", "import", "kind", "row", "time", "faults", "raw");
      Long before = null;
      List<QuarantinedRow> page;
      do {
        page = imports.quarantine(new QuarantineQuery(importId, null, before, PAGE));
        for (QuarantinedRow row : page) {
          out.printRecord(
              row.id(),
              row.importId(),
              row.kind(),
              row.row(),
              row.at(),
              harmless(
                  row.errors().stream()
                      .map(error -> error.pointer() + " " + error.message())
                      .collect(Collectors.joining("; "))),
              harmless(row.raw()));
          before = row.id();
        }
      } while (page.size() == PAGE);
    }
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
