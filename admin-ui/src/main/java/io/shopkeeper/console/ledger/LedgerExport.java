package io.shopkeeper.console.ledger;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A whole list as a table, page after page, so that a million rows need no more memory than a
 * thousand. A cell that a spreadsheet would run begins with an apostrophe.
 */
@WebServlet("/export.csv")
public class LedgerExport extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 1000;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  @Inject private transient LedgerSources sources;
  @Inject private transient Words words;
  @Inject private transient Me me;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LedgerSource<?> source;
    try {
      source = sources.get(String.valueOf(request.getParameter("list")));
    } catch (NotFoundException unknown) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    me.require(source.right());
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + source.name() + ".csv\"");
    ListQuery query = LedgerAddress.read(source, request::getParameter, PAGE).fromTheTop(PAGE);
    try (Writer writer = response.getWriter()) {
      writer.write(BYTE_ORDER_MARK);
      print(source, query, new CSVPrinter(writer, CSVFormat.RFC4180));
    }
  }

  private <T> void print(LedgerSource<T> source, ListQuery first, CSVPrinter out)
      throws IOException {
    List<LedgerColumn<T>> columns = source.columns();
    for (LedgerColumn<T> column : columns) {
      out.print(words.of("list." + source.name(), column.name()));
    }
    out.println();
    ListQuery query = first;
    while (query != null) {
      ListPage<T> page = source.page(query);
      for (T row : page.rows()) {
        for (LedgerColumn<T> column : columns) {
          out.print(harmless(column.cell().apply(row).raw()));
        }
        out.println();
      }
      query = page.next().isEmpty() ? null : query.after(page.next());
    }
    out.flush();
  }

  /** A cell that a spreadsheet takes for what it is; numbers may begin with a minus. */
  public static String harmless(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula && !cell.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?") ? "'" + cell : cell;
  }
}
