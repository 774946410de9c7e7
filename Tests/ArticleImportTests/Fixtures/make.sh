#!/bin/sh
# Makes the test files of this folder with the programs that people have: LibreOffice, pandoc, Python's email and mailbox,
# feedgen, warcio, Superdesk, pysrt, tar, zip and others. The text is ours. Run it in this folder to make them anew:
#   apt-get install libreoffice-writer-nogui pandoc zip xz-utils zstd bzip2 lz4 lzip libxml-rss-perl chromium-driver
#   pip install feedgen warcio lxml lxml_html_clean regex pytz chardet pysrt webvtt-py pycaption
#   pip download --no-deps superdesk-core==2.5.3 && unzip Superdesk_Core-*.whl -d superdesk
#   ./make.sh "$PWD/superdesk"
set -eu
cd "$(dirname "$0")"
pandoc --standalone article.md -o pandoc.epub
pandoc --standalone article.md -o pandoc.odt
pandoc --standalone article.md -o pandoc.docx
pandoc --standalone article.md -t gfm -o pandoc.md
pandoc --standalone article.md -t plain -o pandoc.txt
pandoc --standalone --metadata lang=en article.md -t html5 -o pandoc.html
soffice --headless --convert-to odt --outdir libreoffice pandoc.docx >/dev/null
soffice --headless --convert-to docx:"MS Word 2007 XML" --outdir libreoffice pandoc.odt >/dev/null
soffice --headless --convert-to pdf --outdir libreoffice pandoc.odt >/dev/null
for name in odt docx pdf; do mv libreoffice/pandoc.$name libreoffice.$name; done
rmdir libreoffice
python3 make.py
python3 make.iptc.py "$1"
python3 make.subtitles.py
perl make.rss1.pl
python3 make.mhtml.py
bzip2 -k article.md
lz4 -q article.md article.md.lz4
lzip -k article.md
zip -q -X archive.zip article.md pandoc.html python.csv
tar --owner=0 --group=0 --mtime=@0 -czf archive.tar.gz article.md pandoc.html
tar --owner=0 --group=0 --mtime=@0 -cJf archive.tar.xz article.md pandoc.html
tar --owner=0 --group=0 --mtime=@0 --zstd -cf archive.tar.zst article.md pandoc.html
