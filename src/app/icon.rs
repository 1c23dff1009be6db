//! The icons: a subset of Lucide, bundled as a font (`assets/icons/`).
//!
//! An icon is a glyph, so it takes a text's size and colour and costs nothing to draw.
//! A new one is a line in the list below and a run of `assets/fonts/subset.py`.

use iced::advanced::text as shaped;
use iced::alignment::Vertical;
use iced::widget::text;
use iced::{Font, Pixels, Size};

use super::font;
use super::theme::Theme;

/// Builds [`Icon`] from lines of `Variant = 'glyph' "lucide-name"`.
macro_rules! icons {
    ($($variant:ident = $glyph:literal $name:literal,)+) => {
        /// A picture for a word. Each is named as in Lucide, where it can be looked at.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon {
            $(#[doc = concat!("Lucide `", $name, "`.")] $variant,)+
        }

        impl Icon {
            /// Every icon there is.
            pub const ALL: &[Icon] = &[$(Icon::$variant,)+];

            /// The icon's character in the font [`font::ICON`].
            #[must_use]
            pub const fn glyph(self) -> char {
                match self { $(Icon::$variant => $glyph,)+ }
            }
        }
    };
}

icons! {
    Activity = '\u{e038}' "activity",
    Apple = '\u{e34e}' "apple",
    Archive = '\u{e041}' "archive",
    ArrowDown = '\u{e042}' "arrow-down",
    ArrowLeft = '\u{e048}' "arrow-left",
    ArrowRight = '\u{e049}' "arrow-right",
    ArrowRightLeft = '\u{e417}' "arrow-right-left",
    ArrowUp = '\u{e04a}' "arrow-up",
    BadgeCheck = '\u{e241}' "badge-check",
    Ban = '\u{e051}' "ban",
    Banknote = '\u{e052}' "banknote",
    Barcode = '\u{e533}' "barcode",
    Bean = '\u{e38f}' "bean",
    BeanOff = '\u{e390}' "bean-off",
    Bell = '\u{e059}' "bell",
    BookOpen = '\u{e05f}' "book-open",
    Calculator = '\u{e1bc}' "calculator",
    Calendar = '\u{e063}' "calendar",
    Camera = '\u{e064}' "camera",
    Candy = '\u{e391}' "candy",
    ChartColumn = '\u{e2a3}' "chart-column",
    Check = '\u{e06c}' "check",
    ChevronDown = '\u{e06d}' "chevron-down",
    ChevronLeft = '\u{e06e}' "chevron-left",
    ChevronRight = '\u{e06f}' "chevron-right",
    ChevronUp = '\u{e070}' "chevron-up",
    Circle = '\u{e076}' "circle",
    CircleAlert = '\u{e077}' "circle-alert",
    CircleCheck = '\u{e226}' "circle-check",
    CircleDot = '\u{e345}' "circle-dot",
    CircleMinus = '\u{e07e}' "circle-minus",
    CirclePlus = '\u{e081}' "circle-plus",
    CircleQuestionMark = '\u{e082}' "circle-question-mark",
    CircleSlash = '\u{e402}' "circle-slash",
    CircleX = '\u{e084}' "circle-x",
    Clock = '\u{e087}' "clock",
    Coffee = '\u{e096}' "coffee",
    Coins = '\u{e097}' "coins",
    Cookie = '\u{e26b}' "cookie",
    Copy = '\u{e09e}' "copy",
    CreditCard = '\u{e0aa}' "credit-card",
    Croissant = '\u{e2ae}' "croissant",
    CupSoda = '\u{e2d1}' "cup-soda",
    Database = '\u{e0ad}' "database",
    Delete = '\u{e0ae}' "delete",
    Download = '\u{e0b2}' "download",
    Egg = '\u{e25d}' "egg",
    EggOff = '\u{e395}' "egg-off",
    Ellipsis = '\u{e0b6}' "ellipsis",
    EllipsisVertical = '\u{e0b7}' "ellipsis-vertical",
    Eye = '\u{e0ba}' "eye",
    EyeOff = '\u{e0bb}' "eye-off",
    FileDown = '\u{e318}' "file-down",
    FileSpreadsheet = '\u{e326}' "file-spreadsheet",
    FileText = '\u{e0cc}' "file-text",
    FileUp = '\u{e32a}' "file-up",
    Fish = '\u{e3a6}' "fish",
    FishOff = '\u{e3b0}' "fish-off",
    Folder = '\u{e0d7}' "folder",
    FolderOpen = '\u{e247}' "folder-open",
    Gauge = '\u{e1bf}' "gauge",
    GraduationCap = '\u{e234}' "graduation-cap",
    HandCoins = '\u{e5b8}' "hand-coins",
    HardDrive = '\u{e0ed}' "hard-drive",
    HardDriveDownload = '\u{e4e5}' "hard-drive-download",
    Hash = '\u{e0ef}' "hash",
    Heart = '\u{e0f2}' "heart",
    HeartPulse = '\u{e36e}' "heart-pulse",
    History = '\u{e1f5}' "history",
    Hourglass = '\u{e296}' "hourglass",
    House = '\u{e0f5}' "house",
    IdCard = '\u{e617}' "id-card",
    Image = '\u{e0f6}' "image",
    Info = '\u{e0f9}' "info",
    KeyRound = '\u{e4a3}' "key-round",
    Keyboard = '\u{e284}' "keyboard",
    Landmark = '\u{e23a}' "landmark",
    Languages = '\u{e0fe}' "languages",
    LayoutGrid = '\u{e0ff}' "layout-grid",
    LifeBuoy = '\u{e101}' "life-buoy",
    Link = '\u{e102}' "link",
    List = '\u{e106}' "list",
    ListFilter = '\u{e460}' "list-filter",
    LoaderCircle = '\u{e10a}' "loader-circle",
    Lock = '\u{e10b}' "lock",
    LockKeyhole = '\u{e531}' "lock-keyhole",
    LockOpen = '\u{e10c}' "lock-open",
    LogIn = '\u{e10d}' "log-in",
    LogOut = '\u{e10e}' "log-out",
    Mail = '\u{e10f}' "mail",
    Maximize = '\u{e112}' "maximize",
    MessageSquare = '\u{e117}' "message-square",
    Milk = '\u{e399}' "milk",
    MilkOff = '\u{e39a}' "milk-off",
    Minimize = '\u{e11a}' "minimize",
    Minus = '\u{e11c}' "minus",
    Monitor = '\u{e11d}' "monitor",
    Moon = '\u{e11e}' "moon",
    MoveHorizontal = '\u{e1c6}' "move-horizontal",
    NotebookPen = '\u{e596}' "notebook-pen",
    Nut = '\u{e39b}' "nut",
    NutOff = '\u{e39c}' "nut-off",
    OctagonAlert = '\u{e127}' "octagon-alert",
    Package = '\u{e129}' "package",
    PackagePlus = '\u{e268}' "package-plus",
    PackageSearch = '\u{e269}' "package-search",
    PackageX = '\u{e26a}' "package-x",
    Pause = '\u{e12e}' "pause",
    Pencil = '\u{e1f9}' "pencil",
    Percent = '\u{e132}' "percent",
    Phone = '\u{e133}' "phone",
    PiggyBank = '\u{e13a}' "piggy-bank",
    Play = '\u{e13c}' "play",
    Plug = '\u{e37f}' "plug",
    Plus = '\u{e13d}' "plus",
    Power = '\u{e140}' "power",
    Printer = '\u{e141}' "printer",
    PrinterCheck = '\u{e5f5}' "printer-check",
    PrinterX = '\u{e6c1}' "printer-x",
    QrCode = '\u{e1df}' "qr-code",
    Receipt = '\u{e3d3}' "receipt",
    ReceiptText = '\u{e5ac}' "receipt-text",
    RefreshCw = '\u{e145}' "refresh-cw",
    RotateCcw = '\u{e148}' "rotate-ccw",
    Salad = '\u{e3a8}' "salad",
    Sandwich = '\u{e3a9}' "sandwich",
    Save = '\u{e14d}' "save",
    Scale = '\u{e212}' "scale",
    ScanBarcode = '\u{e535}' "scan-barcode",
    School = '\u{e3e3}' "school",
    Scissors = '\u{e14e}' "scissors",
    Search = '\u{e151}' "search",
    Send = '\u{e152}' "send",
    Settings = '\u{e154}' "settings",
    Shell = '\u{e4f7}' "shell",
    Shield = '\u{e158}' "shield",
    ShieldAlert = '\u{e1fe}' "shield-alert",
    ShieldCheck = '\u{e1ff}' "shield-check",
    ShoppingBag = '\u{e15b}' "shopping-bag",
    ShoppingBasket = '\u{e4ea}' "shopping-basket",
    ShoppingCart = '\u{e15c}' "shopping-cart",
    SlidersHorizontal = '\u{e29a}' "sliders-horizontal",
    Smartphone = '\u{e163}' "smartphone",
    Star = '\u{e176}' "star",
    StickyNote = '\u{e303}' "sticky-note",
    Store = '\u{e3e4}' "store",
    Sun = '\u{e178}' "sun",
    Tag = '\u{e17f}' "tag",
    Timer = '\u{e1e0}' "timer",
    Trash = '\u{e18e}' "trash-2",
    TrendingDown = '\u{e190}' "trending-down",
    TrendingUp = '\u{e191}' "trending-up",
    TriangleAlert = '\u{e193}' "triangle-alert",
    Undo = '\u{e2a1}' "undo-2",
    Unplug = '\u{e45d}' "unplug",
    Upload = '\u{e19e}' "upload",
    Usb = '\u{e356}' "usb",
    User = '\u{e19f}' "user",
    UserCheck = '\u{e1a0}' "user-check",
    UserPlus = '\u{e1a2}' "user-plus",
    UserRound = '\u{e468}' "user-round",
    UserX = '\u{e1a3}' "user-x",
    Users = '\u{e1a4}' "users",
    UsersRound = '\u{e46e}' "users-round",
    Utensils = '\u{e2f6}' "utensils",
    UtensilsCrossed = '\u{e2f7}' "utensils-crossed",
    Wallet = '\u{e204}' "wallet",
    Wheat = '\u{e39e}' "wheat",
    WheatOff = '\u{e39f}' "wheat-off",
    WifiOff = '\u{e1af}' "wifi-off",
    X = '\u{e1b2}' "x",
    Zap = '\u{e1b4}' "zap",
}

/// An icon as a text widget, `size` logical pixels high and wide.
///
/// It takes the colour around it; give it another with `.style(…)`.
#[must_use]
pub fn icon<'a>(icon: Icon, size: f32) -> text::Text<'a, Theme> {
    text(icon.glyph())
        .font(font::ICON)
        .size(size)
        .line_height(1.0)
        .shaping(text::Shaping::Basic)
}

/// An icon's glyph as [`icon`] has it, for a widget that keeps its own shaped text.
pub(super) fn letter(glyph: &str, size: f32) -> shaped::Text<&str, Font> {
    shaped::Text {
        content: glyph,
        bounds: Size::INFINITE,
        size: Pixels(size),
        line_height: shaped::LineHeight::Relative(1.0),
        font: font::ICON,
        align_x: shaped::Alignment::Default,
        align_y: Vertical::Top,
        shaping: shaped::Shaping::Basic,
        wrapping: shaped::Wrapping::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ab_glyph::{Font as _, FontRef};

    #[test]
    fn every_icon_has_its_glyph_in_the_bundled_font() {
        let font = FontRef::try_from_slice(font::LUCIDE_TTF).expect("the bundled font is a font");
        for icon in Icon::ALL {
            let id = font.glyph_id(icon.glyph());
            assert_ne!(id.0, 0, "{icon:?} is not in the font");
            assert!(font.outline(id).is_some(), "{icon:?} is blank");
        }
    }

    #[test]
    fn no_two_icons_share_a_glyph() {
        let glyphs: std::collections::HashSet<_> = Icon::ALL.iter().map(|i| i.glyph()).collect();
        assert_eq!(glyphs.len(), Icon::ALL.len());
    }
}
