package io.shopkeeper.console.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.platform.boundary.ModelCard;
import io.shopkeeper.platform.boundary.ModelCards;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A card as Markdown or JSON, in the reader's language. */
@WebServlet("/model-card")
public class CardDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  @Inject private transient ModelCards cards;
  @Inject private transient Reader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = String.valueOf(request.getParameter("name"));
    String text = request.getParameter("version");
    int version = text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    boolean json = "json".equals(request.getParameter("as"));
    try {
      ModelCard card = cards.card(name, version, reader.getLocale());
      response.setContentType(
          json ? "application/json;charset=UTF-8" : "text/markdown;charset=UTF-8");
      response.setHeader(
          "Content-Disposition",
          "attachment; filename=\"%s-v%d-card.%s\"".formatted(name, version, json ? "json" : "md"));
      byte[] bytes =
          json
              ? JSON.writeValueAsBytes(card)
              : cards.markdown(card).getBytes(StandardCharsets.UTF_8);
      response.getOutputStream().write(bytes);
    } catch (NotFoundException missing) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
