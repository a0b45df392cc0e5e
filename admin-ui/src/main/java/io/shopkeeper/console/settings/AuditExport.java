package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.platform.boundary.AuditTable;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.Right;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;

/** All acts that the page's filter finds, as CSV or JSON lines. */
@WebServlet("/audit-export")
public class AuditExport extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient AuditTable table;
  @Inject private transient AuditTrail trail;
  @Inject private transient Reader reader;
  @Inject private transient Me me;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    me.require(Right.SEE_AUDIT);
    boolean lines = "jsonl".equals(request.getParameter("format"));
    AuditFilter filter = AuditFilter.of(request::getParameter, reader.getZone());
    trail.record(me.getName(), "audit.export", "audit log", filter.address());
    response.setContentType(lines ? "application/x-ndjson" : "text/csv;charset=UTF-8");
    response.setCharacterEncoding("UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"audit." + (lines ? "jsonl" : "csv") + "\"");
    try (Writer writer = response.getWriter()) {
      table.write(filter.query(1), !lines, writer);
    }
  }
}
