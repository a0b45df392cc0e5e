package io.shopkeeper.console.placement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.shopkeeper.catalog.boundary.CatalogLists;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.find.TypedText;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.list.ListQuery;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers fields that take a product, a customer, a category or a brand: what fits the typed text.
 */
@WebServlet("/pick")
public class PickServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 8;

  @Inject private transient CatalogLists lists;
  @Inject private transient Products products;
  @Inject private transient Reader reader;
  @Inject private transient Formats formats;
  @Inject private transient Words words;
  @Inject private transient Me me;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String kind = request.getParameter("kind");
    TypedText.answer(request, response, (text, hits) -> fill(kind == null ? "" : kind, text, hits));
  }

  private void fill(String kind, String text, ArrayNode hits) {
    ListQuery query = ListQuery.first(MOST).with("text", text);
    switch (kind) {
      case "products" ->
          lists
              .products(query)
              .rows()
              .forEach(
                  found ->
                      add(hits, found.id(), found.title(reader.getLocale()), found.categoryPath()));
      case "categories" ->
          products
              .categories(text, MOST)
              .forEach(found -> add(hits, found.categoryPath(), null, count(found.products())));
      case "brands" ->
          products
              .brands(text, MOST)
              .forEach(found -> add(hits, found.brand(), null, count(found.products())));
      default -> {
        if (me.may("SEE_CUSTOMERS")) {
          lists
              .customers(query)
              .rows()
              .forEach(found -> add(hits, found.id(), found.name(), found.region()));
        }
      }
    }
  }

  private String count(long number) {
    return words.format("pick.count", formats.count(number));
  }

  private static void add(ArrayNode hits, String id, String text, String detail) {
    hits.addObject()
        .put("id", id)
        .put("text", text == null ? id : text)
        .put("detail", detail == null ? "" : detail);
  }
}
