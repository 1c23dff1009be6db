//! An X or a Z for programs: a name stays once landed.

use serde_json::{Value, json};

use crate::domain::shift::{Closing, Counted, Drawer, Report, Tally};

/// All that a report says.
pub fn report_json(report: &Report) -> Value {
    let by_tender = report.by_tender.iter().map(|line| {
        json!({ "tender": line.kind.code(), "count": line.paid.count, "amount": line.paid.amount.amount() })
    });
    let by_cashier = report.by_cashier.iter().map(|line| {
        json!({ "name": line.name, "count": line.sold.count, "amount": line.sold.amount.amount() })
    });
    let taxes = report.taxes.iter().map(|of| {
        json!({ "rate": of.rate.percent(), "total": of.total.amount(), "tax": of.tax.amount() })
    });
    let moves = report.moves.iter().map(|of| {
        json!({
            "kind": of.kind.code(), "amount": of.amount.amount(), "reason": of.reason, "by": of.by,
            "at": of.at.local.to_string(),
        })
    });
    json!({
        "z": report.number(),
        "shift": report.shift.id.0,
        "till": report.till,
        "opened_at": report.shift.opened.local.to_string(),
        "opened_by": report.shift.by_name,
        "closed_at": report.closing.as_ref().map(|closing| closing.at.local.to_string()),
        "float": report.shift.float.amount(),
        "sales": tally(report.sales),
        "voids": tally(report.voids),
        "refunds": tally(report.refunds),
        "net": report.net().amount(),
        "discounts": report.discounts.amount(),
        "rounding": report.rounding.amount(),
        "commissions": report.commissions.map(crate::domain::Money::amount),
        "by_tender": by_tender.collect::<Vec<_>>(),
        "by_cashier": by_cashier.collect::<Vec<_>>(),
        "taxes": taxes.collect::<Vec<_>>(),
        "top_ups": tally(report.top_ups),
        "top_ups_undone": tally(report.top_ups_undone),
        "withdrawals": tally(report.withdrawals),
        "tickets": report.tickets.map(|(first, last)| json!({ "first": first, "last": last })),
        "drawer_opened": report.drawer_opened,
        "without_shift": {
            "sales": report.without_shift.sales.count,
            "amount": report.without_shift.sales.amount.amount(),
        },
        "drawers": report.drawers.iter().map(drawer).collect::<Vec<_>>(),
        "moves": moves.collect::<Vec<_>>(),
        "chain": report.chain,
        "closing": report.closing.as_ref().map(closing),
    })
}

fn tally(of: Tally) -> Value {
    json!({ "count": of.count, "amount": of.amount.amount() })
}

fn drawer(of: &Drawer) -> Value {
    json!({
        "tender": of.kind.code(),
        "float": of.float.amount(),
        "without_shift": of.before.amount(),
        "received": of.received.amount(),
        "change": of.change.amount(),
        "given_back": of.given_back.amount(),
        "topped_up": of.topped_up.amount(),
        "undone": of.undone.amount(),
        "withdrawn": of.withdrawn.amount(),
        "paid_in": of.paid_in.amount(),
        "paid_out": of.paid_out.amount(),
        "dropped": of.dropped.amount(),
        "expected": of.expected().amount(),
    })
}

/// What was counted, tender by tender.
pub fn counted_json(counted: &[Counted]) -> Value {
    let counted = counted.iter().map(|of| {
        json!({
            "tender": of.kind.code(), "expected": of.expected.amount(),
            "counted": of.counted.amount(), "difference": of.difference().amount(),
        })
    });
    counted.collect()
}

fn closing(of: &Closing) -> Value {
    let cash = of.cash.rows().filter(|(_, pieces)| *pieces > 0);
    let cash = cash.map(|(note, pieces)| json!({ "note": note.amount(), "pieces": pieces }));
    json!({
        "by": of.by,
        "cash": cash.collect::<Vec<_>>(),
        "counted": counted_json(&of.counted),
        "explanation": of.explanation,
        "approved_by": of.approved_by,
        "next_float": of.next_float.amount(),
    })
}
