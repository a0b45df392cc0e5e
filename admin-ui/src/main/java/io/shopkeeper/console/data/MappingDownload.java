package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.Mappings;
import io.shopkeeper.catalog.boundary.SavedMapping;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** A saved mapping as the file that the command line and other shops take. */
@WebServlet("/mapping.json")
public class MappingDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Mappings mappings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<SavedMapping> found =
        Optional.ofNullable(request.getParameter("name")).flatMap(mappings::find);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + found.get().mapping().name() + ".json\"");
    try (Writer writer = response.getWriter()) {
      writer.write(mappings.write(found.get().mapping()));
    }
  }
}
