package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.Preferences;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes a choice of language or theme from the top line, keeps it with the person, goes back. */
@WebServlet("/preferences")
public class PreferencesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient People people;
  @Inject private transient Me me;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Preferences present = me.preferences();
    Preferences wanted =
        new Preferences(
            chosen(request, "lang", "en|zh-CN", present.language()),
            present.zone(),
            chosen(request, "theme", "light|dark", present.theme()));
    people.prefer(me.getName(), wanted);
    ReaderCookies.write(request, response, wanted);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location", local(request.getParameter("back"), request.getContextPath() + "/"));
  }

  private static String chosen(
      HttpServletRequest request, String name, String allowed, String otherwise) {
    String value = request.getParameter(name);
    return value != null && value.matches(allowed) ? value : otherwise;
  }

  /** Only an address of this shop: one slash and then none of what could lead elsewhere. */
  private static String local(String back, String otherwise) {
    return back != null && back.matches("/(?![/\\\\])[\\x21-\\x7e]*") ? back : otherwise;
  }
}
