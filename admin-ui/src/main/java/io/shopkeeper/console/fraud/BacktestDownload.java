package io.shopkeeper.console.fraud;

import io.shopkeeper.fraud.boundary.BacktestHit;
import io.shopkeeper.fraud.boundary.Backtests;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;

/** The payments that a backtest would have held, as CSV. */
@WebServlet("/backtest.csv")
public class BacktestDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 1000;

  @Inject private transient Backtests backtests;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String asked = request.getParameter("id");
    long id = asked != null && asked.matches("\\d{1,18}") ? Long.parseLong(asked) : 0;
    if (backtests.find(id).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"backtest-" + id + ".csv\"");
    PrintWriter out = response.getWriter();
    out.print("id,time,amount,currency,label,published\r\n");
    int after = 0;
    List<BacktestHit> page;
    do {
      page = backtests.hits(id, after, PAGE);
      page.forEach(hit -> write(out, hit));
      after += page.size();
    } while (page.size() == PAGE);
  }

  private static void write(PrintWriter out, BacktestHit hit) {
    out.print(
        "%s,%s,%s,%s,%s,%s\r\n"
            .formatted(
                cell(hit.transactionId()),
                hit.at(),
                BigDecimal.valueOf(hit.cents(), 2).toPlainString(),
                hit.currency(),
                hit.label(),
                hit.published().code()));
  }

  /** In quotation marks; what a spreadsheet would run begins with an apostrophe. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
