/**
 * What people do in the shop: one page with a view for each question, and each view as a table to
 * take along. May use the boundary of behaviour, charts and the frame. Example: {@code
 * behaviour?view=FUNNEL&step1=VIEW&step2=PURCHASE&within=WEEK}.
 */
package io.shopkeeper.console.behaviour;
