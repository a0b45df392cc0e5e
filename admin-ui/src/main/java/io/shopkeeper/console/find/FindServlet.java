package io.shopkeeper.console.find;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Words;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Answers the search field: hits in groups, as JSON. */
@WebServlet("/find")
public class FindServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int OF_A_KIND = 5;

  @Inject @Any private transient Instance<Finder> finders;
  @Inject private transient Words words;
  @Inject private transient Me me;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TypedText.answer(
        request,
        response,
        (text, groups) ->
            finders.stream()
                .filter(finder -> me.may(finder.right().name()))
                .sorted(Comparator.comparingInt(Finder::rank))
                .forEach(finder -> add(groups, finder, text)));
  }

  private void add(ArrayNode groups, Finder finder, String text) {
    List<Finder.Hit> hits = finder.find(text, OF_A_KIND);
    if (hits.isEmpty()) {
      return;
    }
    ObjectNode group = groups.addObject();
    group.put("name", words.of("find", finder.group()));
    ArrayNode found = group.putArray("hits");
    for (Finder.Hit hit : hits) {
      found
          .addObject()
          .put("text", hit.text())
          .put("detail", hit.detail())
          .put("url", hit.url().isEmpty() ? "./" : hit.url());
    }
  }
}
