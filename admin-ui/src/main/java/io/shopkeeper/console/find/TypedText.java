package io.shopkeeper.console.find;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BiConsumer;

/** Answers fields that ask while somebody types: what fits the text, as a JSON array. */
public final class TypedText {

  private static final int LONGEST = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private TypedText() {}

  /**
   * Answers the parameter {@code q}.
   *
   * @param fill puts what fits the text into the array; not asked for no text, nor for one of more
   *     than 100 characters
   */
  public static void answer(
      HttpServletRequest request, HttpServletResponse response, BiConsumer<String, ArrayNode> fill)
      throws IOException {
    String given = request.getParameter("q");
    String text = given == null ? "" : given.strip();
    ArrayNode found = JSON.createArrayNode();
    if (!text.isEmpty() && text.length() <= LONGEST) {
      fill.accept(text, found);
    }
    response.setContentType("application/json;charset=UTF-8");
    JSON.writeValue(response.getWriter(), found);
  }
}
