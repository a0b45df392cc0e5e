package io.shopkeeper.console.behaviour;

import io.shopkeeper.console.ledger.LedgerExport;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import io.shopkeeper.prediction.boundary.behaviour.Reading;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A view of what people do as a table. While events are being read, 503 says when to come again;
 * {@code Last-Modified} says as of when they are counted, which is a while ago where many came
 * since.
 */
@WebServlet("/behaviour.csv")
public class BehaviourDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final String SECONDS = "5";

  /** A program waits more willingly than a person. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Inject private transient Behaviour behaviour;
  @Inject private transient BehaviourTables tables;

  private static String name(BehaviourAsk ask) {
    return ask.view() == View.RFM && ask.group().isPresent()
        ? ask.view() + "-" + ask.group().get()
        : ask.view().name();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Reading reading = behaviour.reading(PATIENCE);
    if (reading.extent().isEmpty()) {
      response.setHeader("Retry-After", SECONDS);
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    BehaviourAsk ask =
        BehaviourAsk.of(
            name -> Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank()),
            reading.extent().get().lastDay());
    if (!ask.faults().isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, ask.faults().toString());
      return;
    }
    List<List<Object>> rows = tables.of(ask);
    response.setDateHeader("Last-Modified", reading.extent().get().asOf().toEpochMilli());
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s.csv\"".formatted(name(ask).toLowerCase(Locale.ROOT)));
    try (Writer writer = response.getWriter()) {
      writer.write(BYTE_ORDER_MARK);
      var out = new CSVPrinter(writer, CSVFormat.RFC4180);
      for (List<Object> row : rows) {
        for (Object cell : row) {
          out.print(LedgerExport.harmless(String.valueOf(cell)));
        }
        out.println();
      }
      out.flush();
    }
  }
}
