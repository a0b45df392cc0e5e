package io.shopkeeper.console.fraud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.fraud.boundary.RuleCheck;
import io.shopkeeper.fraud.boundary.RuleCompletions;
import io.shopkeeper.fraud.boundary.RuleWord;
import io.shopkeeper.fraud.boundary.RuleWriting;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers the editor of rules while somebody types: what is wrong, and what could come next. */
@WebServlet("/rule-help")
public class RuleHelpServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 4_100;
  private static final int MOST = 40;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject private transient RuleWriting writing;
  @Inject private transient Reader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String given = request.getParameter("text");
    String text = given == null ? "" : given.substring(0, Math.min(LONGEST, given.length()));
    String place = request.getParameter("place");
    int at = place != null && place.matches("\\d{1,6}") ? Integer.parseInt(place) : text.length();
    ObjectNode answer = JSON.createObjectNode();
    RuleCheck check = writing.check(text, reader.getLocale());
    answer
        .put("fine", check.fine())
        .put("message", check.message())
        .put("from", check.from())
        .put("to", check.to());
    RuleCompletions could = writing.complete(text, at, reader.getLocale());
    answer.put("begin", could.from());
    ArrayNode words = answer.putArray("words");
    could.words().stream().limit(MOST).forEach(word -> add(words, word));
    response.setContentType("application/json;charset=UTF-8");
    JSON.writeValue(response.getWriter(), answer);
  }

  private static void add(ArrayNode words, RuleWord word) {
    words
        .addObject()
        .put("text", word.text())
        .put("kind", word.kind())
        .put("meaning", word.meaning());
  }
}
