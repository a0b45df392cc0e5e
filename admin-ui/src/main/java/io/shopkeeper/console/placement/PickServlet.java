package io.shopkeeper.console.placement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.shopkeeper.catalog.boundary.CatalogLists;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.platform.boundary.list.ListQuery;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers fields that take a product or a customer: what fits the typed text, as JSON. */
@WebServlet("/pick")
public class PickServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 8;
  private static final int LONGEST = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject private transient CatalogLists lists;
  @Inject private transient Reader reader;
  @Inject private transient Me me;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String given = request.getParameter("q");
    String text = given == null ? "" : given.strip();
    ArrayNode hits = JSON.createArrayNode();
    if (!text.isEmpty() && text.length() <= LONGEST) {
      ListQuery query = ListQuery.first(MOST).with("text", text);
      if ("products".equals(request.getParameter("kind"))) {
        lists
            .products(query)
            .rows()
            .forEach(
                found ->
                    add(hits, found.id(), found.title(reader.getLocale()), found.categoryPath()));
      } else if (me.may("SEE_CUSTOMERS")) {
        lists
            .customers(query)
            .rows()
            .forEach(found -> add(hits, found.id(), found.name(), found.region()));
      }
    }
    response.setContentType("application/json;charset=UTF-8");
    JSON.writeValue(response.getWriter(), hits);
  }

  private static void add(ArrayNode hits, String id, String text, String detail) {
    hits.addObject()
        .put("id", id)
        .put("text", text == null ? id : text)
        .put("detail", detail == null ? "" : detail);
  }
}
