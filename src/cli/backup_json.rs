//! What `cantina backup` says to programs.

use std::path::Path;

use serde_json::{Value, json};

use super::Context;
use crate::backup::{self, Entry, Error, Made, Manifest, Pruned, Restored, Standing};

pub(super) fn good_as_json(path: &Path, manifest: &Manifest) -> Value {
    json!({
        "ok": true,
        "path": path,
        "made_at": manifest.made_at,
        "reason": manifest.reason,
        "contents": manifest.contents,
        "chain": manifest.chain.as_ref().map(ToString::to_string),
    })
}

pub(super) fn bad_as_json(path: &Path, error: &Error, context: &Context) -> Value {
    json!({
        "ok": false,
        "path": path,
        "code": error.code(),
        "why": error.sentence(&context.words),
    })
}

pub(super) fn made_as_json(made: &Made) -> Value {
    json!({
        "ok": true,
        "made": true,
        "path": made.path,
        "bytes": made.bytes,
        "made_at": made.manifest.made_at,
        "contents": made.manifest.contents,
        "chain": made.manifest.chain.as_ref().map(ToString::to_string),
        "copied": made.copied,
        "pruned": made.pruned.iter().map(pruned_as_json).collect::<Vec<_>>(),
    })
}

pub(super) fn pruned_as_json(pruned: &Pruned) -> Value {
    json!({ "path": pruned.path, "bytes": pruned.bytes })
}

pub(super) fn restored_as_json(restored: &Restored, loss: &backup::Loss) -> Value {
    json!({
        "ok": true,
        "path": restored.file,
        "made_at": restored.manifest.made_at,
        "contents": restored.manifest.contents,
        "lost": { "sales": loss.sales, "total": loss.total, "restrictions": loss.restrictions },
        "before": restored.before,
        "aside": restored.aside,
    })
}

pub(super) fn entry_as_json(entry: &Entry, context: &Context) -> Value {
    let (standing, code, why) = match &entry.standing {
        Standing::Good(_) => ("good", None, None),
        Standing::Unverified => ("unverified", None, None),
        Standing::Bad(code, why) => ("bad", Some(code.clone()), Some(why.clone())),
        Standing::Unreadable(flaw) => {
            let why = flaw.sentence(&context.words);
            ("bad", Some(flaw.code().to_owned()), Some(why))
        }
    };
    let verified_at = match entry.standing {
        Standing::Good(at) => Some(at.0),
        _ => None,
    };
    let manifest = entry.manifest.as_ref();
    json!({
        "name": entry.name(),
        "path": entry.path,
        "bytes": entry.bytes,
        "made_at": manifest.map(|of| of.made_at),
        "reason": manifest.map(|of| of.reason),
        "contents": manifest.map(|of| of.contents),
        "parts": manifest.map(|of| &of.parts),
        "app": manifest.map(|of| &of.app),
        "standing": standing,
        "verified_at_ms": verified_at,
        "code": code,
        "why": why,
        "own": entry.own,
    })
}
