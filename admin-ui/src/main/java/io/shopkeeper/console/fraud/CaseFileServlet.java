package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.fraud.boundary.cases.CaseDocuments;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A document of a case, to be kept and not to be shown: browsers save it, guess nothing of its type
 * and run nothing in it.
 */
@WebServlet("/case-document")
public class CaseFileServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient CaseDocuments documents;
  @Inject private transient Me me;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = String.valueOf(request.getParameter("id"));
    try {
      CaseDocuments.Opened opened =
          documents.open(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0, me.getName());
      response.setContentType(opened.document().type().media());
      response.setContentLength(opened.content().length);
      response.setHeader("Content-Disposition", disposition(opened.document().name()));
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      response.setHeader("Cache-Control", "private, no-store");
      response.getOutputStream().write(opened.content());
    } catch (NotFoundException missing) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** RFC 6266: a plain name for old browsers, and the whole one. */
  static String disposition(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, whole);
  }
}
