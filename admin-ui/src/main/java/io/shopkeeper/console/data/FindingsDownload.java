package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.ImportFinding;
import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.Imports;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What rules found in an import, with the rows that were kept, as a table. */
@WebServlet("/findings.csv")
public class FindingsDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Imports imports;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String given = request.getParameter("import");
    long batch = given != null && given.matches("\\d{1,18}") ? Long.parseLong(given) : 0;
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"findings.csv\"");
    try (Writer writer = response.getWriter();
        CSVPrinter out = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      out.printRecord("import", "kind", "outcome", "rule", "field", "rows", "row", "detail", "raw");
      for (ImportReport part : imports.parts(batch)) {
        for (ImportFinding finding : imports.findings(part.id())) {
          print(part, finding, out);
        }
      }
    }
  }

  private static void print(ImportReport part, ImportFinding finding, CSVPrinter out)
      throws IOException {
    for (ImportFinding.Sample sample : finding.samples()) {
      out.printRecord(
          part.id(),
          part.kind(),
          finding.outcome(),
          harmless(finding.rule()),
          harmless(finding.field()),
          finding.rows(),
          sample.row(),
          harmless(sample.detail()),
          harmless(sample.raw()));
    }
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
