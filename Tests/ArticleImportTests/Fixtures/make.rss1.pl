# RSS 1.0 by Perl's XML::RSS; called by make.sh.
use strict;
use utf8;
use XML::RSS;

open my $file, '<:utf8', 'pandoc.html' or die $!;
my ($body) = join('', <$file>) =~ m{</header>(.*)</body>}s;
my $rss = XML::RSS->new(version => '1.0');
$rss->add_module(prefix => 'content', uri => 'http://purl.org/rss/1.0/modules/content/');
$rss->channel(title => 'Harbor News', link => 'https://example.org/', description => 'All of the harbor', dc => { language => 'en' });
$rss->add_item(
  title => 'Pier vote put off until the spring', link => 'https://example.org/pier', description => 'The board put off the vote.',
  dc => { creator => 'Ann Ray', date => '2024-10-11T08:30:00+00:00' }, content => { encoded => $body },
);
$rss->save('xml-rss.rdf');
