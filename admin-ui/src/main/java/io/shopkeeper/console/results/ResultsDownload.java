package io.shopkeeper.console.results;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.recommendation.boundary.PlacementResults;
import io.shopkeeper.recommendation.boundary.figures.Counts;
import io.shopkeeper.recommendation.boundary.figures.FigureRange;
import io.shopkeeper.recommendation.boundary.figures.PlacementFigures;
import io.shopkeeper.recommendation.boundary.figures.Takings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What placements bring, as a table: by day, then by recipe or placement, then all together. */
@WebServlet("/results.csv")
public class ResultsDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient PlacementResults results;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PlacementFigures figures;
    try {
      figures = figures(request);
    } catch (InvalidInputException | NotFoundException unfit) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, unfit.getMessage());
      return;
    }
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"results.csv\"");
    try (Writer writer = response.getWriter();
        CSVPrinter out = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      print(figures, out);
    }
  }

  private PlacementFigures figures(HttpServletRequest request) {
    FigureRange range =
        FigureRange.of(
            request.getParameter("from"),
            request.getParameter("to"),
            request.getParameter("window"),
            results.today());
    String placement = request.getParameter("placement");
    return placement == null || placement.isBlank()
        ? results.all(range)
        : results.of(placement, range);
  }

  private static void print(PlacementFigures figures, CSVPrinter out) throws IOException {
    List<String> currencies = figures.total().takings().stream().map(Takings::currency).toList();
    List<String> head =
        new ArrayList<>(
            List.of(
                "part",
                "name",
                "impressions",
                "visitors",
                "clicks",
                "carts",
                "purchases",
                "without_margin"));
    for (String currency : currencies) {
      Collections.addAll(head, "revenue_" + currency, "margin_" + currency);
    }
    out.printRecord(head);
    for (PlacementFigures.Day day : figures.days()) {
      print("day", day.day().toString(), day.counts(), currencies, out);
    }
    for (PlacementFigures.Version version : figures.versions()) {
      print("version", Integer.toString(version.version()), version.counts(), currencies, out);
    }
    for (PlacementFigures.Place place : figures.placements()) {
      print("placement", place.placement(), place.counts(), currencies, out);
    }
    String name = figures.placement() == null ? "" : figures.placement();
    print("total", name, figures.total(), currencies, out);
  }

  private static void print(
      String part, String name, Counts counts, List<String> currencies, CSVPrinter out)
      throws IOException {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                part,
                name,
                counts.impressions(),
                counts.visitors(),
                counts.clicks(),
                counts.carts(),
                counts.purchases(),
                counts.withoutMargin()));
    Map<String, Takings> takings =
        counts.takings().stream().collect(Collectors.toMap(Takings::currency, Function.identity()));
    for (String currency : currencies) {
      Takings own = takings.get(currency);
      cells.add(own == null ? BigDecimal.ZERO : own.revenue());
      cells.add(own == null ? BigDecimal.ZERO : own.margin());
    }
    out.printRecord(cells);
  }
}
